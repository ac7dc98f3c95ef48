// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Takes a data dictionary apart into weighted questions and totals, and refuses by row what a definition can't say.
struct DictionaryReading {
  private(set) var form: ScreenerForm
  private let file: String
  private var group: ScreenerForm.Group
  private var fields: Set<String> = []
  private var calculations: [(variable: String, score: String, text: String, row: Int)] = []
  private var forms: Set<String> = []

  init(_ bytes: [UInt8], file: String) throws {
    self.file = file
    self.form = ScreenerForm(
      title: "Imported form", version: ScreenerVersion(1, 0, 0), source: "a REDCap data dictionary",
      fault: .redcapNotCarried)
    self.group = ScreenerForm.Group(id: "S1", title: "")
    var header: [String] = []
    var rows: [Row] = []
    try CSVReader.read(bytes, file: file) { row in
      if header.isEmpty {
        header = row.cells
        return
      }
      rows.append(Row(header: header, cells: row.cells, number: row.number))
    }
    for column in DataDictionaryFile.columns where !header.contains(column) {
      throw Fault(
        .redcapMalformed, "the file has no column '\(column)'", at: "\(file):1",
        maybe: "export the whole data dictionary from REDCap's designer")
    }
    for row in rows { try self.read(row) }
    try self.readTotals()
    if let name = self.forms.sorted().first { self.form.name = self.form.name ?? name }
    if self.form.title.isEmpty { self.form.title = self.form.name ?? "Imported form" }
  }

  private struct Row {
    let header: [String]
    let cells: [String]
    let number: Int

    subscript(column: String) -> String {
      guard let index = self.header.firstIndex(of: column), index < self.cells.count else { return "" }
      return self.cells[index]
    }

    var variable: String { self["Variable / Field Name"] }
    var annotation: String { self["Field Annotation"] }
    var choices: String { self["Choices, Calculations, OR Slider Labels"] }
    func tag(_ name: String) -> String? { FieldAnnotation.value(name, in: self.annotation) }
  }

  private func refusal(_ row: Row, _ column: String, _ what: String) -> Fault {
    let index = (row.header.firstIndex(of: column) ?? 0) + 1
    return Fault(
      .redcapNotCarried, "the field '\(row.variable)' \(what)", at: "\(self.file):\(row.number):\(index)",
      maybe: "take it out of a copy of the file where the score does not need it, or write the definition by hand")
  }

  private mutating func read(_ row: Row) throws {
    guard !row.variable.isEmpty, self.fields.insert(row.variable).inserted else {
      throw Fault(
        .redcapMalformed, "the row has no field name, or one that stands above", at: "\(self.file):\(row.number):1",
        maybe: "give each field a name of its own")
    }
    if self.forms.insert(row["Form Name"]).inserted, self.forms.count > 1 {
      throw self.refusal(row, "Form Name", "is of a second form; a definition is one")
    }
    if !row["Section Header"].isEmpty || row.tag("ELSEC-SECTION").map({ $0 != self.group.id }) ?? false {
      self.group = ScreenerForm.Group(
        id: row.tag("ELSEC-SECTION") ?? "S\(self.form.items.isEmpty ? 1 : self.groupCount + 1)",
        title: row["Section Header"], ages: row.tag("ELSEC-SECTION-AGES").flatMap(Self.range))
    }
    self.group.responses = row.tag("ELSEC-SET")
    switch row["Field Type"] {
    case "calc":
      self.calculations.append(
        (row.variable, row.tag("ELSEC-SCORE") ?? row.variable, row.choices, row.number))
    case "descriptive": try self.readAbout(row)
    default:
      if let answers = try self.answers(row) {
        try self.add(row, answers)
      } else {
        self.form.notes.append(
          "field '\(row.variable)' (\(row["Field Type"])) has no points and was left out: it can't count")
      }
    }
  }

  private var groupCount: Int { Set(self.form.items.map(\.group.id)).count }

  private static func range(_ text: String) -> InclusiveRange? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 2, let lowest = parts[0], let highest = parts[1] else { return nil }
    return InclusiveRange(lowest, highest)
  }

  private mutating func readAbout(_ row: Row) throws {
    guard let id = row.tag("ELSEC-SCREENER") else {
      let what = row.tag("ELSEC-SCORE").map { "holds the score \($0), which the dictionary does not say how to make," }
      self.form.notes.append("field '\(row.variable)' \(what ?? "is only shown") and was left out")
      return
    }
    guard row.tag("ELSEC-ADMINISTERED") == nil else {
      throw self.refusal(
        row, "Field Annotation",
        "says that start, basal or ceiling rules change the points, and a dictionary can't hold them")
    }
    self.form.name = id
    self.form.title = row["Field Label"]
    if let version = row.tag("ELSEC-VERSION").flatMap({ ScreenerVersion($0) }) { self.form.version = version }
    self.form.holder = row.tag("ELSEC-HOLDER")
    self.form.spdx = row.tag("ELSEC-LICENCE")
    if let source = row.tag("ELSEC-SOURCE"), !source.isEmpty { self.form.source = source }
    self.form.date = row.tag("ELSEC-DATED").flatMap { CivilDate($0) }
    self.form.ages = row.tag("ELSEC-AGES").flatMap(Self.range)
  }

  private mutating func add(_ row: Row, _ answers: ScreenerForm.Answers) throws {
    guard row["Branching Logic (Show field only if...)"].isEmpty else {
      throw self.refusal(
        row, "Branching Logic (Show field only if...)", "has branching logic: a hidden answer must not count")
    }
    guard row["Matrix Group Name"].isEmpty else {
      throw self.refusal(row, "Matrix Group Name", "stands in a matrix, which a definition has not")
    }
    guard !row.annotation.contains("@CALC"), !row.annotation.contains("@DEFAULT"), !row.annotation.contains("@IF")
    else {
      throw self.refusal(row, "Field Annotation", "gets its value from an action tag")
    }
    let isReversed = row.tag("ELSEC-REVERSE") != nil
    self.form.items.append(
      ScreenerForm.Item(
        name: row.variable, code: row.tag("ELSEC") ?? row.variable, text: row["Field Label"], reverse: isReversed,
        answers: answers, group: self.group))
  }

  private func answers(_ row: Row) throws -> ScreenerForm.Answers? {
    switch row["Field Type"] {
    case "yesno": return .options(Self.twoAnswers("Yes", "No"))
    case "truefalse": return .options(Self.twoAnswers("True", "False"))
    case "radio", "dropdown": return .options(try self.choices(row))
    case "checkbox": throw self.refusal(row, "Field Type", "takes several answers at once")
    case "slider": throw self.refusal(row, "Field Type", "is a slider, which has no answers to choose from")
    case "text" where ["integer", "number"].contains(row["Text Validation Type OR Show Slider Number"]):
      guard let lowest = Int(row["Text Validation Min"]), let highest = Int(row["Text Validation Max"]) else {
        return nil
      }
      guard lowest < highest, highest.subtractingReportingOverflow(lowest).partialValue < 1000, highest <= 1_000_000
      else {
        throw self.refusal(
          row, "Text Validation Max", "takes no number from a lowest to a highest, at most 1,000 of them")
      }
      return .numbers(InclusiveRange(lowest, highest))
    default: return nil
    }
  }

  private static func twoAnswers(_ one: String, _ zero: String) -> [ScreenerForm.Answer] {
    [
      ScreenerForm.Answer(code: "1", label: one, value: .points(1)),
      ScreenerForm.Answer(code: "0", label: zero, value: .points(0)),
    ]
  }

  /// `0, Never | 1, Sometimes`: each code is a whole number and its points, unless our own annotation says otherwise.
  private func choices(_ row: Row) throws -> [ScreenerForm.Answer] {
    let column = "Choices, Calculations, OR Slider Labels"
    if let points = row.tag("ELSEC-POINTS") {
      return try points.split(separator: " ").map { word in
        guard let equals = word.lastIndex(of: "=") else {
          throw self.refusal(row, "Field Annotation", "has points that can't be read")
        }
        let (code, value) = (String(word[..<equals]), word[word.index(after: equals)...])
        if value == "missing" { return ScreenerForm.Answer(code: code, value: .missing) }
        guard let points = Int(value) else {
          throw self.refusal(row, "Field Annotation", "has points that can't be read")
        }
        return ScreenerForm.Answer(code: code, value: .points(points))
      }
    }
    let answers = try row.choices.split(separator: "|").map { choice -> ScreenerForm.Answer in
      let parts = choice.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
      guard parts.count == 2, let points = Int(parts[0]) else {
        throw self.refusal(row, column, "has a choice whose code is no whole number, so its points are not known")
      }
      return ScreenerForm.Answer(code: parts[0], label: parts[1], value: .points(points))
    }
    guard Set(answers.map(\.code)).count == answers.count, !answers.isEmpty else {
      throw self.refusal(row, column, "has no choices, or one code twice")
    }
    return answers
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  private mutating func readTotals() throws {
    let items = Set(self.form.items.map(\.name))
    for calculation in self.calculations {
      guard let counted = Self.summed(calculation.text), !counted.isEmpty, items.isSuperset(of: counted) else {
        let column = (DataDictionaryFile.columns.firstIndex(of: "Choices, Calculations, OR Slider Labels") ?? 0) + 1
        throw Fault(
          .redcapNotCarried,
          "the field '\(calculation.variable)' has a calculation that is no plain sum of fields with points",
          at: "\(self.file):\(calculation.row):\(column)",
          maybe: "take it out of a copy of the file, or write the definition by hand")
      }
      self.form.totals.append(ScreenerForm.Total(name: calculation.score, items: counted))
    }
  }

  /// Fields of `[a]+[b]` or `sum([a],[b])`, each once; `nil` for anything else.
  private static func summed(_ text: String) -> Set<String>? {
    var text = text.filter { !$0.isWhitespace }
    let isCall = text.hasPrefix("sum(") && text.hasSuffix(")")
    if isCall { text = String(text.dropFirst(4).dropLast()) }
    var fields: Set<String> = []
    for term in text.split(separator: isCall ? "," : "+", omittingEmptySubsequences: false) {
      guard term.hasPrefix("["), term.hasSuffix("]") else { return nil }
      let name = String(term.dropFirst().dropLast())
      guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }),
        fields.insert(name).inserted
      else { return nil }
    }
    return fields
  }
}
