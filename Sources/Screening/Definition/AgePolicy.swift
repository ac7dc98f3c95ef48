// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// How a child's age is found, and which ages the screener is for.
public struct AgePolicy: Hashable, Sendable {
  /// What norms and start points are looked up by.
  public enum BandOn: String, Sendable, CaseIterable {
    case completedMonths = "completed-months"
  }

  /// What happens to a child whose age is not in `range`.
  public enum Outside: String, Sendable, CaseIterable {
    /// Nothing is scored; the flag says why.
    case refuse
    /// Scored as the nearest age in range, with a flag.
    case nearestFlagged = "nearest-flagged"
  }

  /// Counts a child's age from the due date.
  public struct PretermCorrection: Hashable, Sendable {
    /// Applies to children born before this many completed weeks of gestation.
    public var weeksBelow: Int
    /// Applies while the age from birth is below this many completed months.
    public var untilMonths: Int

    public init(weeksBelow: Int, untilMonths: Int) {
      self.weeksBelow = weeksBelow
      self.untilMonths = untilMonths
    }
  }

  public var rule: AgeRule
  public var bandOn: BandOn
  /// Completed months.
  public var range: InclusiveRange
  public var outside: Outside
  /// `nil`: age is always counted from birth.
  public var preterm: PretermCorrection?

  public init(
    rule: AgeRule,
    bandOn: BandOn = .completedMonths,
    range: InclusiveRange,
    outside: Outside = .refuse,
    preterm: PretermCorrection? = nil
  ) {
    self.rule = rule
    self.bandOn = bandOn
    self.range = range
    self.outside = outside
    self.preterm = preterm
  }
}
