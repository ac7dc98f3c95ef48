// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// A plan's status cannot change that way.
  public static let planTransition = Fault.Code("plan.bad-transition", .notSo)
  /// A plan has no section of that number.
  public static let planSection = Fault.Code("plan.no-section", .usage)
  /// A value of a plan breaks a rule: a period that ends before it starts, an empty title.
  public static let planMalformed = Fault.Code("plan.malformed", .badInput)
  /// Evidence that is not there, is already accepted, or whose hash no longer matches.
  public static let planEvidence = Fault.Code("plan.bad-evidence", .notSo)
}
