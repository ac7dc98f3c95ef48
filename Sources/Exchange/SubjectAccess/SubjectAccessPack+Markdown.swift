// SPDX-License-Identifier: Apache-2.0

extension SubjectAccessPack {
  /// The pack in Markdown, for people. What is kept can't break out of its place: line ends become semicolons, and
  /// characters that Markdown or HTML would act on are escaped.
  public var markdown: String {
    var lines = [
      "# What is kept about \(Self.escaped(self.name))", "",
      "Child \(Self.escaped(self.child)), area \(Self.escaped(self.area)). Made at \(self.madeAt) (UTC).", "",
      "A screening result is not a diagnosis. Notes on visits to several children are not in here, as they may be about "
        + "others; whoever hands this over reads them first.", "",
    ]
    for kept in self.records {
      lines += ["## \(Self.titles[kept.kind] ?? Self.words(kept.kind))", ""]
      lines += kept.fields.count <= 5 && kept.rows.count > 1 ? Self.table(kept) : Self.lists(kept)
    }
    lines += ["## Who wrote or saw something", ""]
    let fields = ["when (UTC)", "who", "role", "what for", "did", "what"]
    let rows = self.looks.map { [$0.at, $0.by, $0.role, $0.purpose, $0.did, Self.words($0.what)] }
    lines += Self.table(Records(kind: "looks", fields: fields, rows: rows))
    return lines.joined(separator: "\n")
  }

  private static let titles = [
    "child": "The child", "child_identifier": "Numbers of other services", "cohort_child": "Groups screened together",
    "entry": "Sittings", "entry_event": "Sittings, key by key", "screening": "Screenings",
    "second_rating": "Second ratings", "tier_confirmation": "Decisions", "demand_visit_child": "Visits planned for",
    "visit_attendance": "Visits taken part in", "demand_visit": "The visits", "rota_assignment": "Who came, and when",
    "visit_done": "What became of the visits", "visit_note": "Notes on visits", "legal_hold": "Legal holds",
  ]

  private static func lists(_ kept: Records) -> [String] {
    kept.rows.enumerated().flatMap { number, row in
      (kept.rows.count > 1 ? ["### \(number + 1)", ""] : [])
        + zip(kept.fields, row).compactMap { field, value in
          value.flatMap { $0.isEmpty ? nil : "- \(self.words(field)): \(self.escaped($0))" }
        } + [""]
    }
  }

  private static func table(_ kept: Records) -> [String] {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    return [line(kept.fields.map(self.words)), line(kept.fields.map { _ in "---" })]
      + kept.rows.map { row in line(row.map { self.escaped($0 ?? "") }) } + [""]
  }

  private static func words(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }

  private static func escaped(_ text: String) -> String {
    let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    return oneLine.reduce(into: "") { escaped, character in
      if "\\`*_[]<>|#".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
