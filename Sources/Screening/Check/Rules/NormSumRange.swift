// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every sum a child can get has a z score: none is negative, and 0 is possible only where L stays above 0.
struct NormSumRange: DefinitionRule {
  static let code = "screener.norm-sum"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.compactMap { score in
      guard case .lms(let lms) = score.kind, let points = definition.attainablePoints(lms.of),
        let norms = definition.table(lms.norms)
      else { return nil }
      if points.lowest < 0 {
        return self.finding(
          score.path["of"],
          "\(lms.of) can be \(points.lowest), and an LMS table norms no negative number",
          remedy: "give no response of those sections negative points"
        )
      }
      guard points.lowest == 0, let row = norms.rows.first(where: { $0.l <= 0 }) else { return nil }
      return self.finding(
        score.path["lms"],
        "\(lms.of) can be 0, and at \(plainText(row.ageMonths)) months L is \(row.l): 0 has no z score",
        remedy: "use a table with L above 0, or a sum that cannot be 0"
      )
    }
  }
}
