// SPDX-License-Identifier: Apache-2.0

/// All rules count age as ``Pathway/covers`` does: months and year groups side by side cannot be checked for
/// gaps.
enum OneUnitOfAge: PathwayCheck {
  static func findings(in pathway: Pathway) -> [Pathway.Finding] {
    let unit = pathway.covers.unit
    return pathway.rules.enumerated().filter { $0.element.ages.unit != unit }.map { index, rule in
      Pathway.Finding(
        code: "pathway.age-unit",
        path: "rules[\(index)].ages",
        message: "the rule counts age in \(rule.ages.unit.rawValue), the pathway in \(unit.rawValue)",
        hint: "write every age in \(unit.rawValue)"
      )
    }
  }
}
