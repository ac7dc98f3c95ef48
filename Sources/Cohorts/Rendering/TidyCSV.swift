// SPDX-License-Identifier: Apache-2.0

extension ReleasedTable {
  /// One line a phase and group, a column a number: for spreadsheets. The last column says "synthetic" for a
  /// made-up area. The methods note is not in it; print ``methodsNote`` beside the file.
  public var csv: String {
    let groupings = self.spec.groupings.map { column($0.rawValue) }
    let bands = self.spec.bands.map(column).flatMap { ["\($0)_count", "\($0)_percent"] }
    let heading =
      ["area_code", "time_period", "phase"] + groupings + ["eligible", "screened", "coverage_percent"] + bands
      + ["not_normed", "not_screened", "as_at", "policy", "data"]
    let rows = self.lines.map { line in
      let shares = zip(line.bands, line.bandPercents).flatMap { [$0.symbol, $1.symbol] }
      let numbers = [line.eligible.symbol, line.screened.symbol, line.coverage.symbol] + shares
      return [self.area.newCode, self.spec.timePeriod, line.phase.rawValue] + line.labels + numbers
        + [line.notNormed.symbol, line.notScreened.symbol, "\(self.asAt)", self.policy.name]
        + [self.area.isMadeUp ? "synthetic" : "real"]
    }
    return commaSeparated([heading] + rows)
  }

  /// A column name as Explore Education Statistics allows: lower-case letters, digits and underscores.
  func column(_ text: String) -> String {
    String(text.lowercased().map { ($0.isASCII && ($0.isLetter || $0.isNumber)) ? $0 : "_" })
  }
}
