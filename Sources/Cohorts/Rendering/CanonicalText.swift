// SPDX-License-Identifier: Apache-2.0

extension ReleasedTable {
  /// The table as text that is the same, byte for byte, for the same release: what evidence is hashed from.
  ///
  /// Lines end in `\n`; fields are separated by tabs. First the heading lines `key<TAB>value`, then one line a
  /// group and phase.
  public var canonicalText: String {
    var lines = [
      "elsec-cohort\t1", "title\t\(Self.field(self.spec.title))", "area\t\(Self.field(self.area.name))",
      "area-code\t\(Self.field(self.area.newCode))", "synthetic\t\(self.area.isMadeUp ? "yes" : "no")",
      "spec\t\(Self.field(self.specText))", "policy\t\(Self.field(self.policy.name))",
      "policy-numbers\t\(self.policy.smallUpTo)\t\(self.policy.roundTo)\t\(self.policy.smallestPercentBase)",
      "as-at\t\(self.asAt)", "wording\t\(Self.wording)",
    ]
    let columns = ["eligible", "screened", "coverage%"] + self.spec.bands.flatMap { [$0, "\($0)%"] }
    let heading = ["phase"] + self.spec.groupings.map(\.rawValue) + columns + ["not-normed", "not-screened"]
    lines.append(heading.map(Self.field).joined(separator: "\t"))
    for line in self.lines {
      let bands = zip(line.bands, line.bandPercents).flatMap { [$0.symbol, $1.symbol] }
      let cells = [line.eligible.symbol, line.screened.symbol, line.coverage.symbol] + bands
      let fields =
        [line.phase.rawValue] + line.labels + cells + [line.notNormed.symbol, line.notScreened.symbol]
      lines.append(fields.map(Self.field).joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func field(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
