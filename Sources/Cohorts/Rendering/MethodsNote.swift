// SPDX-License-Identifier: Apache-2.0

extension ReleasedTable {
  /// Printed with every table of screening results.
  public static let wording =
    "A screening result is not a diagnosis and does not decide SEN support or an EHC assessment."

  /// Printed with every table of a made-up area.
  public static let syntheticMarker = "Synthetic data: a made-up area and made-up children."

  /// How the numbers were treated and why, one sentence each, the fixed wording last.
  public var methodsNote: [String] {
    let policy = self.policy
    var note = [
      "c: a count of 1 to \(policy.smallUpTo), or another count hidden so that a small one cannot be worked out"
        + " from it; a percentage behind which such a count stands, or with a base under"
        + " \(policy.smallestPercentBase).",
      "Other counts are to the nearest \(policy.roundTo), totals by themselves, so they may not add up; 0 is a"
        + " true zero.",
      "Percentages are made from the rounded numbers: each band of the children screened, coverage of the"
        + " children eligible.",
    ]
    if self.shown.cells.contains(.low) {
      note.append("low: more than \(policy.smallUpTo), rounds to 0.")
    }
    if self.lines.contains(where: { ($0.bandPercents + [$0.coverage]).contains(.notApplicable) }) {
      note.append("z: not applicable, nobody in the base.")
    }
    note.append(
      self.shown.cells.contains(.suppressed)
        ? "Some counts are hidden, because with few children a number can tell about one of them."
        : "No count needed hiding."
    )
    note.append(Self.wording)
    if self.area.isMadeUp { note.append(Self.syntheticMarker) }
    return note
  }
}
