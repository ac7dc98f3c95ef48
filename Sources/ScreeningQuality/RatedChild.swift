// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// One screening as statistics see it: who, in a reference only, and what was written down.
public struct RatedChild: Hashable, Sendable {
  /// The child's reference, never a name.
  public var child: String
  public var rater: String
  public var setting: String
  public var testDate: CivilDate
  public var ageMonths: Int?
  public var answers: ScreeningAnswers
  /// The score that bands are read from; `nil` for a child without one.
  public var score: Double?
  /// `nil` for no band and for a child who is not normed.
  public var band: String?
  public var isNotNormed: Bool
  /// Which side of each comparison the child is on: true is the focal side; not in it when it is not known.
  public var sides: [BiasComparison: Bool]

  public init(
    child: String, rater: String, setting: String, testDate: CivilDate, ageMonths: Int? = nil,
    answers: ScreeningAnswers = ScreeningAnswers(), score: Double? = nil, band: String? = nil,
    isNotNormed: Bool = false, sides: [BiasComparison: Bool] = [:]
  ) {
    self.child = child
    self.rater = rater
    self.setting = setting
    self.testDate = testDate
    self.ageMonths = ageMonths
    self.answers = answers
    self.score = score
    self.band = band
    self.isNotNormed = isNotNormed
    self.sides = sides
  }
}

extension [RatedChild] {
  /// The first screening of each child, by child: later ones come after what was done about it, and two rows of one
  /// child are not two children.
  public var firstOfEachChild: [RatedChild] {
    var first: [String: RatedChild] = [:]
    for row in self {
      if let kept = first[row.child], kept.testDate <= row.testDate { continue }
      first[row.child] = row
    }
    return first.values.sorted { $0.child < $1.child }
  }
}

/// Two groups of children who are compared item by item.
public enum BiasComparison: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Focal: learns English as an additional language.
  case eal
  /// Focal: girls; reference: boys.
  case sex
  /// Focal: eligible for free school meals.
  case fsm
  /// Focal: born in the summer (April to August); reference: in the autumn (September to December). Those born from
  /// January to March are between the two and left out.
  case season

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
