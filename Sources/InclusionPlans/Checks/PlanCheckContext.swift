// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a check may look at beside the plan.
public struct PlanCheckContext: Sendable {
  public let today: CivilDate
  /// How many months old a measure's newest figure may be.
  public let freshMonths: Int
  public let hashing: Hashing

  public init(today: CivilDate, freshMonths: Int = 12, hashing: @escaping Hashing) {
    self.today = today
    self.freshMonths = freshMonths
    self.hashing = hashing
  }
}
