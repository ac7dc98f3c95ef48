// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every tier is answered for every age the pathway covers, by one rule and no more.
enum AgesAnsweredOnce: PathwayCheck {
  static func findings(in pathway: Pathway) -> [Pathway.Finding] {
    pathway.tiers.flatMap { self.findings(for: $0, in: pathway) }
  }

  private static func findings(for tier: String, in pathway: Pathway) -> [Pathway.Finding] {
    let covers = pathway.covers
    let rules = pathway.rules.enumerated()
      .filter { $0.element.tier == tier && $0.element.ages.unit == covers.unit }
      .sorted {
        ($0.element.ages.bounds.lowerBound, $0.offset) < ($1.element.ages.bounds.lowerBound, $1.offset)
      }
    var findings: [Pathway.Finding] = []
    // The first age no rule has answered yet, and the rule that answered furthest.
    var next = covers.bounds.lowerBound
    var furthest: Int?
    for (index, rule) in rules {
      let ages = rule.ages.bounds
      if ages.lowerBound > next, next <= covers.bounds.upperBound {
        findings.append(self.gap(tier, next...min(ages.lowerBound - 1, covers.bounds.upperBound), covers))
      }
      if let furthest, ages.lowerBound < next {
        let shared = ages.lowerBound...min(ages.upperBound, next - 1)
        findings.append(
          Pathway.Finding(
            code: "pathway.overlap",
            path: "rules[\(index)].ages",
            message: "the tier '\(tier)' is answered twice at \(self.text(shared, covers)), "
              + "here and by rules[\(furthest)]",
            hint: "end one rule before the other begins"
          )
        )
      }
      if ages.upperBound >= next {
        next = ages.upperBound + 1
        furthest = index
      }
    }
    if next <= covers.bounds.upperBound {
      findings.append(self.gap(tier, next...covers.bounds.upperBound, covers))
    }
    return findings
  }

  private static func gap(_ tier: String, _ ages: ClosedRange<Int>, _ covers: AgeSpan) -> Pathway.Finding {
    Pathway.Finding(
      code: "pathway.gap",
      path: "rules",
      message: "no rule answers the tier '\(tier)' at \(self.text(ages, covers))",
      hint: "add a rule; one without visits gives the reason for none"
    )
  }

  /// The ages in the unit of the pathway; numbers outside E1 to year 13 stand as they are.
  private static func text(_ ages: ClosedRange<Int>, _ covers: AgeSpan) -> String {
    guard covers.unit == .years, let first = NCYear(ages.lowerBound), let last = NCYear(ages.upperBound)
    else {
      return "\(ages.lowerBound) to \(ages.upperBound) \(covers.unit.rawValue)"
    }
    return AgeSpan.years(first...last).description
  }
}
