// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Vocabulary

/// Tables and rows for the tests, all made up.
enum MadeUp {
  static let bands = ["green", "amber", "red"]

  static func spec(_ dimensions: [Dimension] = [], bands: [String] = bands) throws -> SummarySpec {
    try SummarySpec(title: "Made-up summary", dimensions: dimensions, bands: bands, timePeriod: "202627")
  }

  static let area = ReleaseArea(name: "Madeupshire", oldCode: "999", newCode: "E06999999", isMadeUp: true)

  static let asAt = CivilDate(dayNumber: 20_800)

  /// Not a real SHA-256; spreads the bytes well enough to tell texts apart.
  static let hashing: Hashing = { bytes in
    var words: [UInt64] = [1, 2, 3, 4]
    for (index, byte) in bytes.enumerated() {
      for word in words.indices {
        words[word] = (words[word] ^ UInt64(byte) &+ UInt64(index + word)) &* 0x100_0000_01B3 &+ 0x9E37_79B9
      }
    }
    for word in words.indices {
      var generator = SeededGenerator(seed: words[word])
      words[word] = generator.next()
    }
    return Digest(
      bytes: words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    ) ?? .zero
  }

  static func row(
    _ child: String,
    _ outcome: Outcome,
    phase: ScreeningPhase = .baseline,
    eal: Bool? = false,
    sex: String? = "female",
    setting: String = "100001",
    year: String = "R",
    screener: String = "open-demo"
  ) -> CohortRow {
    CohortRow(
      child: child,
      setting: SettingID(setting),
      settingName: "Setting \(setting)",
      yearGroup: year,
      term: "2026-autumn",
      sex: sex,
      eal: eal,
      fsm: nil,
      sen: "N",
      imdDecile: 3,
      screener: screener,
      phase: phase,
      outcome: outcome
    )
  }

  /// `count` children with one outcome; keys are unique by `prefix`.
  static func rows(
    _ count: Int,
    _ outcome: Outcome,
    _ prefix: String,
    phase: ScreeningPhase = .baseline,
    eal: Bool? = false,
    setting: String = "100001"
  ) -> [CohortRow] {
    (0..<count).map { self.row("\(prefix)-\($0)", outcome, phase: phase, eal: eal, setting: setting) }
  }

  /// A table of `groups` × outcomes with the true counts `leaves[group]` = bands, not normed, not screened.
  static func table(
    _ leaves: [[Int]],
    bands: [String] = bands,
    phases: [ScreeningPhase] = [.baseline]
  ) throws -> CohortTable {
    let perPhase = leaves.count / phases.count
    let shape = TableShape(
      phases: phases,
      axes: [.groups("Group", (0..<perPhase).map { "Group \($0 + 1)" }), .outcomes(bands)]
    )
    var counts: [Int: Int] = [:]
    for (index, outcomes) in leaves.enumerated() {
      let row = index / perPhase * (perPhase + 1) + 1 + index % perPhase
      let columns =
        Array(TableShape.firstBand..<TableShape.firstBand + bands.count + 1) + [TableShape.notScreened]
      for (column, count) in zip(columns, outcomes) { counts[shape.cell(row: row, column: column)] = count }
    }
    return CohortTable(spec: try self.spec(bands: bands), shape: shape, leaves: counts)
  }

  static func release(
    _ table: CohortTable,
    _ policy: DisclosurePolicy = .round,
    after earlier: [ReleaseLedgerEntry] = []
  ) throws -> CohortRelease {
    try table.release(under: policy, asAt: self.asAt, area: self.area, after: earlier, hashing: self.hashing)
  }
}
