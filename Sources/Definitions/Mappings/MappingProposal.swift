// SPDX-License-Identifier: Apache-2.0

public import Screening
import Vocabulary

/// A first mapping for a vendor's file, to be looked over by a person. It asks nothing, and guesses only what is
/// near: by the name, else by words that are usual for the column. What it could not map is marked in the text, and
/// a file can't be imported until each of its columns is mapped or ignored.
public struct MappingProposal: Sendable {
  /// The mapping as YAML, with a comment at everything that is left to do.
  public let text: String
  /// By our column, the vendor's.
  public let mapped: [String: String]
  /// Our columns that nothing in the file is like: those that an import needs.
  public let missing: [String]
  /// The vendor's columns that nothing of ours is like, in the order of the file.
  public let unmapped: [String]

  /// Our columns that are no items, each with words that other systems use for it.
  private static let usual: [(column: String, words: [String])] = [
    (
      "child_ref",
      [
        "child ref", "child id", "pupil id", "pupil ref", "pupil reference", "upn", "pupil upn",
        "unique pupil number", "nhs number", "id",
      ]
    ),
    (
      "test_date",
      [
        "test date", "date", "date of test", "date tested", "assessment date", "date of assessment",
        "date completed", "completed", "screening date", "date screened",
      ]
    ),
    ("birth_date", ["birth date", "date of birth", "dob"]),
    ("examiner", ["examiner", "assessor", "tester", "assessed by", "screened by", "administered by"]),
    ("edition", ["edition", "version", "test version", "app version", "assessment version"]),
    ("answer_language", ["answer language", "language of answers"]),
    ("not_screened", ["not screened", "reason not screened", "not screened reason"]),
  ]
  private static let needed = ["child_ref", "test_date"]

  /// - Parameters:
  ///   - headers: the first row of the file.
  ///   - rows: some rows below it; the form of dates is read from them, and the words that stand for responses.
  public init(headers: [String], rows: [[String]], for definition: ScreenerDefinition) {
    let headers = headers.map(Self.trimmed)
    let items = definition.sections.flatMap { section in
      section.items.map { item in (column: item.code.rawValue, words: [item.text.text(in: "en")]) }
    }
    let wanted = Self.usual + items
    var taken: [Int: String] = [:]
    // Names that are the same go first, so that a near one never takes the column of an exact one.
    for isExact in [true, false] {
      for (column, words) in wanted where !taken.values.contains(column) {
        let names = ([column] + words).map(Self.plain).filter { !$0.isEmpty }
        let position = headers.indices.first { index in
          let header = Self.plain(headers[index])
          guard taken[index] == nil, !header.isEmpty, Self.isAlone(headers[index], in: headers) else { return false }
          if isExact { return names.contains(header) }
          // Short codes are near one another by accident: U1 is one letter from U2.
          return names.contains { $0.count > 4 && nearest(to: header, among: [$0]) != nil }
        }
        if let position { taken[position] = column }
      }
    }
    let mapped = taken.map { (column: $0.value, header: headers[$0.key], position: $0.key) }
      .sorted { $0.position < $1.position }
    self.mapped = Dictionary(mapped.map { ($0.column, $0.header) }, uniquingKeysWith: { first, _ in first })
    self.unmapped = headers.indices.filter { taken[$0] == nil }.map { headers[$0] }
    let found = Set(taken.values)
    self.missing = (Self.needed + items.map(\.column)).filter { !found.contains($0) }
    var lines = [
      "format: \(VendorMapping.format)", "screener: \(Self.quoted(definition.id.rawValue))", "columns:",
    ]
    let columns = mapped.map { entry in
      let cells = rows.compactMap { $0.indices.contains(entry.position) ? Self.trimmed($0[entry.position]) : nil }
      return (column: entry.column, header: entry.header, cells: cells)
    }
    for entry in columns {
      lines.append("  \(Self.key(entry.column)): \(Self.source(entry.header, as: entry.column, entry.cells))")
    }
    let translated = columns.flatMap { Self.values($0.cells, of: $0.column, in: definition) }
    for column in self.missing {
      lines.append("  # \(column): nothing in the file is like it; an item may stay without a column")
    }
    if !translated.isEmpty { lines += ["values:"] + translated }
    if !self.unmapped.isEmpty {
      lines.append("# Not mapped. Name each under columns, or put this line in the place of the one below:")
      lines.append("# ignore: [\(self.unmapped.map(Self.quoted).joined(separator: ", "))]")
    }
    lines.append("ignore: []")
    self.text = lines.joined(separator: "\n") + "\n"
  }

  /// A date column says its form where every cell has one.
  private static func source(_ header: String, as column: String, _ cells: [String]) -> String {
    guard column == "test_date" || column == "birth_date" else { return Self.quoted(header) }
    let cells = cells.filter { !$0.isEmpty }
    let isDayFirst = !cells.isEmpty && cells.allSatisfy(Self.isDayFirst)
    if isDayFirst { return "{column: \(Self.quoted(header)), format: \"DD/MM/YYYY\"}" }
    if cells.allSatisfy({ CivilDate($0) != nil }) {
      return "{column: \(Self.quoted(header)), format: \"YYYY-MM-DD\"}"
    }
    return "\(Self.quoted(header))  # its dates have neither the form YYYY-MM-DD nor DD/MM/YYYY"
  }

  /// The words of a column that are no responses of its item: as the response whose code they begin with, where there
  /// is one alone, and else marked. Empty for a column whose cells can be read as they stand.
  private static func values(_ cells: [String], of column: String, in definition: ScreenerDefinition) -> [String] {
    guard let section = definition.sections.first(where: { $0.items.contains { $0.code.rawValue == column } }),
      let responses = definition.responses.first(where: { $0.id == section.use }), !responses.isNumber
    else { return [] }
    let codes = responses.options.map(\.code.rawValue)
    let foreign = Set(cells).filter { !$0.isEmpty && !codes.contains($0) }.sorted()
    let known = foreign.compactMap { word -> String? in
      let meant = codes.filter { word.lowercased().hasPrefix($0.lowercased()) }
      return meant.count == 1 ? "\(Self.quoted(word)): \(Self.quoted(meant[0]))" : nil
    }
    let unknown = foreign.filter { word in codes.count { word.lowercased().hasPrefix($0.lowercased()) } != 1 }
    return (known.isEmpty ? [] : ["  \(Self.key(column)): {\(known.joined(separator: ", "))}"])
      + unknown.map { "  # \(column): say which of \(codes.joined(separator: ", ")) \(Self.quoted($0)) is" }
  }

  private static func isDayFirst(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [2, 2, 4] && CivilDate("\(parts[2])-\(parts[1])-\(parts[0])") != nil
  }

  private static func isAlone(_ header: String, in headers: [String]) -> Bool {
    headers.count { $0 == header } == 1
  }

  /// Letters and digits in lower case, words set apart by one blank.
  private static func plain(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  /// Our own names are bare where no reader could take them for anything else.
  private static func key(_ column: String) -> String {
    let isWord = column.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F } && column.utf8.count > 3
    return isWord ? column : Self.quoted(column)
  }

  /// A text in YAML's double quotes.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..."\u{1F}": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
