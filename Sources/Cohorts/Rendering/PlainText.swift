// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension ReleasedTable {
  /// The table for a terminal or a page in fixed width, phase by phase, with the key to its symbols, what was
  /// hidden and why, and the fixed wording.
  public var plainText: String {
    var parts = [self.heading]
    for phase in self.shown.shape.phases { parts.append(self.block(phase)) }
    parts.append(self.methodsNote.joined(separator: "\n"))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    var lines = [self.spec.title]
    if self.area.isMadeUp { lines.insert(Self.syntheticMarker, at: 0) }
    lines.append(
      "\(self.area.name) (\(self.area.newCode)), \(self.spec.timeIdentifier.lowercased())"
        + " \(self.spec.timePeriod), as at \(self.asAt), policy \(self.policy.name)"
    )
    return lines.joined(separator: "\n")
  }

  private func block(_ phase: ScreeningPhase) -> String {
    let groupings = self.spec.groupings.map(\.label)
    let labels = groupings.isEmpty ? ["Group"] : groupings
    let bands = self.spec.bands.flatMap { [$0, "%"] }
    let rows =
      [labels + ["eligible", "screened", "%"] + bands + ["not normed", "not screened"]]
      + self.lines.filter { $0.phase == phase }.map { line in
        let shares = zip(line.bands, line.bandPercents).flatMap { [$0.symbol, $1.symbol] }
        return (line.labels.isEmpty ? ["Total"] : line.labels)
          + [line.eligible.symbol, line.screened.symbol, line.coverage.symbol] + shares
          + [line.notNormed.symbol, line.notScreened.symbol]
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let text = rows.map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return column < labels.count ? row[column] + space : space + row[column]
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    return ([phase.label] + text).joined(separator: "\n")
  }
}
