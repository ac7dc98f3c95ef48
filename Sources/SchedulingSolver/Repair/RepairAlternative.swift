// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// One way to go on with a week that was disrupted.
public struct RepairAlternative: Sendable, Hashable {
  /// Has a reason for every visit left out, and the referee's cost.
  public let answer: RotaAnswer
  /// Breaks no rule.
  public let verdict: RotaVerdict
  public let changes: RotaChanges

  /// What the week costs from here on, the `changed` terms not counted.
  public var runningCost: Int {
    let cost = self.verdict.cost
    return cost.total - cost[.changedStaff] - cost[.changedDay] - cost[.changedStart]
  }
}
