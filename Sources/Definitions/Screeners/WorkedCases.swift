// SPDX-License-Identifier: Apache-2.0

package import Screening
import Vocabulary

/// The `cases.csv` of a screener; the format is in `Screeners/FORMAT.md`.
package enum WorkedCases {
  private static let context = [
    "case", "birth_date", "test_date", "home_language", "weeks_gestation", "concern", "note",
  ]
  private static let prefix = "expect."

  /// The cases of a file; what can't be read is reported with `file:row:column`.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    for definition: ScreenerDefinition,
    findings: Findings
  ) -> [WorkedCase] {
    let lines = PlainTable.lines(bytes)
    let header = lines.first ?? []
    guard Self.check(header, path: path, definition, findings) else { return [] }
    return lines.enumerated().dropFirst().compactMap { index, cells in
      guard cells.count == header.count else {
        findings.add(
          .definitionTable,
          "the row has \(cells.count) cells, and the header \(header.count)",
          at: Place(file: path, line: index + 1, column: 1),
          maybe: "look for a comma inside a cell"
        )
        return nil
      }
      let row = Row(header: header, cells: cells, line: index + 1, path: path, findings: findings)
      return Self.read(row, definition)
    }
  }

  private static func check(
    _ header: [String],
    path: String,
    _ definition: ScreenerDefinition,
    _ findings: Findings
  ) -> Bool {
    let items = definition.sections.flatMap { $0.items.map(\.code.rawValue) }
    let results = ["age_months", "band", "tier", "flags"] + definition.scores.map(\.name.rawValue)
    let known = Self.context + items + results.map { Self.prefix + $0 }
    let before = findings.faults.count
    for (index, column) in header.enumerated() {
      let place = Place(file: path, line: 1, column: index + 1)
      if !known.contains(column) {
        let near = nearest(to: column, among: known)
        findings.add(
          .definitionUnknownKey,
          "the cases have no column '\(column)'",
          at: place,
          maybe: near.map { "'\($0)' was meant" } ?? "name an item, or a result as expect.NAME"
        )
      }
      if header[..<index].contains(column) {
        findings.add(
          .definitionDuplicateKey,
          "the column '\(column)' stands twice",
          at: place,
          maybe: "remove one"
        )
      }
    }
    for column in Self.context.prefix(3) + items where !header.contains(column) {
      findings.add(
        .definitionMissingKey,
        "the cases lack the column '\(column)'",
        at: Place(file: path, line: 1, column: 1),
        maybe: "add it"
      )
    }
    return findings.faults.count == before
  }

  private struct Row {
    let header: [String]
    let cells: [String]
    let line: Int
    let path: String
    let findings: Findings

    subscript(column: String) -> String { self.header.firstIndex(of: column).map { self.cells[$0] } ?? "" }

    func place(_ column: String) -> Place {
      Place(file: self.path, line: self.line, column: (self.header.firstIndex(of: column) ?? 0) + 1)
    }

    func date(_ column: String) -> CivilDate? {
      if let date = CivilDate(self[column]) { return date }
      self.findings.add(
        .definitionTable,
        "the \(column) is no date",
        at: self.place(column),
        maybe: "write it like 2026-11-30"
      )
      return nil
    }
  }

  private static func read(_ row: Row, _ definition: ScreenerDefinition) -> WorkedCase? {
    let birth = row.date("birth_date")
    let test = row.date("test_date")
    let weeks = row["weeks_gestation"]
    let gestation = weeks.isEmpty ? nil : Gestation(weeks)
    if !weeks.isEmpty, gestation == nil {
      row.findings.add(
        .definitionTable,
        "the weeks of gestation are no number of weeks",
        at: row.place("weeks_gestation"),
        maybe: "write 27 or 27+3"
      )
    }
    let words = row["concern"].split(separator: " ").map(String.init)
    let concerns = words.compactMap(Concern.init(rawValue:))
    if concerns.count != words.count {
      row.findings.add(
        .definitionTable,
        "the concern is none that is known",
        at: row.place("concern"),
        maybe: "write \(Concern.allCases.map(\.rawValue).joined(separator: " or "))"
      )
    }
    guard let birth, let test else { return nil }
    var answers = ScreeningAnswers()
    for item in definition.sections.flatMap({ $0.items.map(\.code) }) where !row[item.rawValue].isEmpty {
      answers[item] = ResponseCode(row[item.rawValue])
    }
    let expected = row.header.filter { $0.hasPrefix(Self.prefix) }.map { column in
      (column: String(column.dropFirst(Self.prefix.count)), text: row[column], at: row.place(column))
    }
    return WorkedCase(
      name: row["case"],
      answers: answers,
      context: ScreeningContext(
        birthDate: birth,
        testDate: test,
        homeLanguages: row["home_language"].split(separator: " ").map(String.init),
        gestation: gestation,
        concerns: Set(concerns)
      ),
      expected: expected,
      place: row.place("case")
    )
  }
}
