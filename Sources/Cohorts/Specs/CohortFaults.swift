// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// The declared summary cannot be made into a table.
  public static let badSummary = Fault.Code("cohort.bad-summary", .usage)
  /// A row's band is not one the summary declares.
  public static let unknownBand = Fault.Code("cohort.unknown-band", .badInput)
  /// A child is counted twice at one phase.
  public static let duplicateChild = Fault.Code("cohort.duplicate-child", .badInput)
  /// No policy of that name.
  public static let unknownPolicy = Fault.Code("cohort.unknown-policy", .usage)
  /// A table cannot leave: a reader could work out what the policy hides. The message holds no number
  /// that would tell it.
  public static let cohortUnsafe = Fault.Code("cohort.unsafe", .notSo)
}
