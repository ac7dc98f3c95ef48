// SPDX-License-Identifier: Apache-2.0

/// What a section's answers come to: points of what was answered and credited, and how much is missing.
struct SectionTally: Equatable {
  /// Points of answered, credited and after-ceiling items.
  private(set) var points = 0
  /// Items with a value: answered, credited below the basal, or 0 after the ceiling.
  private(set) var counted = 0
  private(set) var missing = 0
  /// Answers that the walk made irrelevant.
  private(set) var ignoredBelow = 0
  private(set) var ignoredAfter = 0

  init(_ section: PreparedSection, _ responses: [Int16], _ walk: SectionWalk) {
    let credit = walk.hasBasal && section.basal?.creditBelow == true
    for index in section.items.indices {
      let response = responses[section.offset + index]
      if index < walk.lowest, credit {
        self.points += section.points.highest
        self.counted += 1
        if response >= 0 { self.ignoredBelow += 1 }
      } else if let ceiling = walk.ceiling, index > ceiling {
        self.counted += 1
        if response >= 0 { self.ignoredAfter += 1 }
      } else if let worth = section.points(of: response, forItem: index) {
        self.points += worth
        self.counted += 1
      } else {
        self.missing += 1
      }
    }
  }

  var items: Int { self.counted + self.missing }
}
