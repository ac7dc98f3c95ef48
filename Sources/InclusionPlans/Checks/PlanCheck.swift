// SPDX-License-Identifier: Apache-2.0

/// Looks for what a plan still lacks.
public enum PlanCheck {
  static let rules: [any PlanCheckRule] = [
    MandatedRolesFilled(), SectionsHaveSubstance(), MeasuresAreFresh(), PrioritiesHaveMeasures(),
    SignOffHadQuorum(), EvidenceIsIntact(), LaterEvidenceIsDecided(),
  ]

  /// Names of every rule, in the order they run.
  public static var ruleNames: [String] { self.rules.map { type(of: $0).code } }

  /// Everything that is missing, rule by rule; empty when nothing is.
  public static func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    self.rules.flatMap { $0.findings(in: plan, context) }
  }
}
