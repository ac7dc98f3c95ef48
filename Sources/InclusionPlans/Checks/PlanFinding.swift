// SPDX-License-Identifier: Apache-2.0

/// One thing a plan lacks.
public struct PlanFinding: Hashable, Sendable {
  /// The rule's name: `plan.role-not-filled`.
  public let rule: String
  /// The section it concerns, 1 to 12.
  public let section: Int
  public let message: String
  /// What to do, as after "maybe:".
  public let hint: String
}
