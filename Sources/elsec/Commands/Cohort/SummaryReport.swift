// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Vocabulary

/// A released table for printing as JSON: symbols as in the CSV, never a true count.
struct SummaryReport: Encodable {
  struct Line: Encodable {
    let phase: String
    let groups: [String]
    let eligible: String
    let screened: String
    let notScreened: String
    let notNormed: String
    let coverage: String
    let bands: [String: String]
    let bandPercents: [String: String]
  }

  let title: String
  let area: String
  let policy: String
  let asAt: String
  let isMadeUp: Bool
  let lines: [Line]
  let notes: [String]

  init(_ table: ReleasedTable) {
    self.title = table.spec.title
    self.area = table.area.newCode
    self.policy = table.policy.name
    self.asAt = "\(table.asAt)"
    self.isMadeUp = table.area.isMadeUp
    self.notes = table.methodsNote
    self.lines = table.lines.map { line in
      Line(
        phase: line.phase.rawValue, groups: line.labels, eligible: line.eligible.symbol,
        screened: line.screened.symbol, notScreened: line.notScreened.symbol,
        notNormed: line.notNormed.symbol, coverage: line.coverage.symbol,
        bands: Dictionary(
          uniqueKeysWithValues: zip(table.spec.bands, line.bands.map(\.symbol)).map { ($0, $1) }),
        bandPercents: Dictionary(
          uniqueKeysWithValues: zip(table.spec.bands, line.bandPercents.map(\.symbol)).map { ($0, $1) }))
    }
  }
}
