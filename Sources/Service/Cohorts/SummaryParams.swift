// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Handlers
import StrictJSON
import Vocabulary
import Wire

/// What a cohort summary is asked with.
enum SummaryParams {
  static let fields = [
    Field("screener", .text, optional: true, "an id, or id@version; not needed where only one was used in the year"),
    Field("year", .text, optional: true, "such as 2026/27; the latest with a screening unless told"),
    Field(
      "by", .list(of: .oneOf(Dimension.allCases.map(\.rawValue)), atMost: 2), optional: true,
      "phase and band are always there"),
    Field("settings", .list(of: .text), optional: true), Field("yearGroups", .list(of: .text), optional: true),
    Field("terms", .list(of: .text), optional: true), Field("policy", .oneOf(["round"]), optional: true),
  ]

  static let audience = Field("audience", .text, optional: true, "stands in the release ledger")

  static func input(_ call: MethodCall) throws -> SummariseCohort.Input {
    try self.input(call.params, today: call.today)
  }

  static func input(_ params: JSONMembers, today: CivilDate) throws -> SummariseCohort.Input {
    SummariseCohort.Input(
      screener: try params.optionalText("screener"),
      year: try params.optionalText("year").map { text in
        try params.made("year", text, "a year as 2026/27") { try? AcademicYear(validating: $0) }
      },
      dimensions: try params.texts("by").map { try params.named("by", $0) },
      filter: RowFilter(
        settings: try params.texts("settings").map { SettingID($0) }, yearGroups: try params.texts("yearGroups"),
        terms: try params.texts("terms")),
      today: today, audience: try params.optionalText("audience") ?? "local authority")
  }
}
