// SPDX-License-Identifier: Apache-2.0

/// What a section's answers come to: points of what was answered and credited, and how much is missing.
struct SectionTally: Equatable {
  /// Points of answered, credited and after-ceiling items, each times its weight.
  private(set) var points = 0
  /// Items with a value: answered, credited below the basal, or 0 after the ceiling.
  private(set) var counted = 0
  private(set) var missing = 0
  /// The weights of the counted items together.
  private(set) var countedWeight = 0
  /// The weights of all items together.
  private(set) var weight = 0
  /// Answers that the walk made irrelevant.
  private(set) var ignoredBelow = 0
  private(set) var ignoredAfter = 0

  /// - Parameter weights: by item of the section; `nil`: each item counts once.
  init(_ section: PreparedSection, _ responses: [Int16], _ walk: SectionWalk, weights: [Int]? = nil) {
    for index in section.items.indices {
      let response = responses[section.offset + index]
      let weight = weights?[index] ?? 1
      self.weight += weight
      if index < walk.credited {
        self.count(section.points.highest, weight)
        if response >= 0, index < walk.lowest { self.ignoredBelow += 1 }
      } else if let ceiling = walk.ceiling, index > ceiling {
        self.count(0, weight)
        if response >= 0 { self.ignoredAfter += 1 }
      } else if let worth = section.points(of: response, forItem: index) {
        self.count(worth, weight)
      } else {
        self.missing += 1
      }
    }
  }

  private mutating func count(_ points: Int, _ weight: Int) {
    self.points += points * weight
    self.counted += 1
    self.countedWeight += weight
  }

  var items: Int { self.counted + self.missing }
}
