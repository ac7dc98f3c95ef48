// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cohorts
import Handlers
import Vocabulary

/// What is summarised, for `cohort summary` and `plan pull`.

struct SummaryOptions: ParsableArguments {
  @Option(help: "An id, or id@version; not needed where only one was used in the year.")
  var screener: String?
  @Option(help: "The academic year, such as 2026/27; the latest with a screening unless told.")
  var year: String?
  @Option(help: "At most two of sex,eal,fsm,sen,imd,setting,year-group,key-stage; phase and band are always there.")
  var by: String = ""
  @Option(help: "Only these settings; repeat for more.")
  var setting: [String] = []
  @Option(name: .customLong("year-group"), help: "Only these year groups, such as N2 or R; repeat for more.")
  var yearGroups: [String] = []
  @Option(help: "Only this term: autumn, spring or summer; repeat for more.")
  var term: [String] = []
  @Option(help: "The disclosure policy.")
  var policy: String = "round"
  @Option(help: "Who the table is for; stands in the release ledger.")
  var audience: String = "local authority"

  func input() throws -> SummariseCohort.Input {
    let dimensions = try self.by.split(separator: ",").map { name in
      guard let dimension = Dimension(rawValue: String(name)) else {
        let all = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(.usage, "there is no characteristic '\(name)'", at: "--by", maybe: "use one or two of: \(all)")
      }
      return dimension
    }
    guard self.policy == "round" else {
      throw Fault(.usage, "there is no policy '\(self.policy)'", at: "--policy", maybe: "use round")
    }
    return SummariseCohort.Input(
      screener: self.screener, year: try self.year.map { try AcademicYear(validating: $0) }, dimensions: dimensions,
      filter: RowFilter(
        settings: self.setting.map { SettingID($0) }, yearGroups: self.yearGroups, terms: self.term),
      today: Moment.today(), audience: self.audience)
  }
}
