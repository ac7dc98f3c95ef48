// SPDX-License-Identifier: Apache-2.0

/// One thing a plan must have, checked by itself.
protocol PlanCheckRule: Sendable {
  /// API: goes into output and on the wire.
  static var code: String { get }
  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding]
}
