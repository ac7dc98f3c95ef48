// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A child's age at a screening: counted from birth, and from the due date where the screener corrects for
/// preterm birth.
public struct ScreeningAge: Hashable, Sendable {
  public let chronological: Age
  /// `nil`: no correction applies. Completed months below 0 when the child was seen before the due date.
  public let correctedMonths: Int?
  public let rule: AgeRule

  /// What norms and start points are looked up by, before any move to the nearest age in range.
  public var months: Int { self.correctedMonths ?? self.chronological.completedMonths }

  /// The age by `policy`. Due date = birth + (280 − gestation in days); the correction applies to a child
  /// born before the policy's weeks whose age from birth is below its months.
  ///
  /// Returns `nil` when the test is before the birth.
  public init?(birth: CivilDate, test: CivilDate, gestation: Gestation?, policy: AgePolicy) {
    guard let age = Age(from: birth, to: test, by: policy.rule) else { return nil }
    self.chronological = age
    self.rule = policy.rule
    guard let preterm = policy.preterm, let gestation, gestation.weeks < preterm.weeksBelow,
      age.completedMonths < preterm.untilMonths
    else {
      self.correctedMonths = nil
      return
    }
    let due = birth.adding(days: Gestation.term - gestation.inDays)
    self.correctedMonths = Age(from: due, to: test, by: policy.rule)?.completedMonths ?? -1
  }
}
