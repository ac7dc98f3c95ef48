// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Builds the rows of a data dictionary.
struct DictionaryWriting {
  private typealias Row = [String: String]

  private let definition: ScreenerDefinition
  private let form: String
  /// Variable names by item code and by `score:` and the score's name.
  private let variables: [String: String]

  init(_ definition: ScreenerDefinition) {
    self.definition = definition
    self.form = Self.variable(definition.id.rawValue, taken: [])
    let names =
      definition.sections.flatMap { $0.items.map(\.code.rawValue) } + definition.scores.map { "score:\($0.name)" }
    var taken: Set<String> = ["record_id", "elsec_about"]
    var variables: [String: String] = [:]
    for name in names where variables[name] == nil {
      let variable = Self.variable(name.hasPrefix("score:") ? String(name.dropFirst(6)) : name, taken: taken)
      taken.insert(variable)
      variables[name] = variable
    }
    self.variables = variables
  }

  /// A name of REDCap: lower-case letters, digits and `_`, beginning with a letter, at most 26 characters so that it keeps under
  /// the limit with a number behind it.
  private static func variable(_ name: String, taken: Set<String>) -> String {
    var variable = name.lowercased().reduce(into: "") { text, character in
      text.append(character.isASCII && (character.isLetter || character.isNumber) ? character : "_")
    }
    if !(variable.first?.isLetter ?? false) { variable = "i" + variable }
    variable = String(variable.prefix(22))
    var (free, number) = (variable, 2)
    while taken.contains(free) {
      free = "\(variable)_\(number)"
      number += 1
    }
    return free
  }

  var bytes: [UInt8] {
    var writer = CSVWriter()
    writer.row(DataDictionaryFile.columns)
    let rows = [self.about] + self.definition.sections.flatMap(self.rows) + self.definition.scores.map(self.row)
    for row in rows { writer.row(DataDictionaryFile.columns.map { row[$0] ?? "" }) }
    return writer.bytes
  }

  private var about: Row {
    var tags = [
      FieldAnnotation.tag("ELSEC-SCREENER", self.definition.id.rawValue),
      FieldAnnotation.tag("ELSEC-VERSION", "\(self.definition.version)"),
      FieldAnnotation.tag("ELSEC-HOLDER", self.definition.licence.holder),
      FieldAnnotation.tag("ELSEC-LICENCE", self.definition.licence.spdx),
      FieldAnnotation.tag(
        "ELSEC-SOURCE", self.definition.provenance.first { $0.part == "items" }?.source ?? ""),
      FieldAnnotation.tag("ELSEC-DATED", self.definition.changes.map(\.dated).max().map { "\($0)" } ?? ""),
      FieldAnnotation.tag(
        "ELSEC-AGES", "\(self.definition.age.range.lowest)-\(self.definition.age.range.highest)"),
    ]
    if !self.definition.administer.isEmpty { tags.append(FieldAnnotation.tag("ELSEC-ADMINISTERED", "1")) }
    return self.field("elsec_about", "descriptive", self.definition.title.text(in: "en"), tags)
  }

  private func field(_ name: String, _ type: String, _ label: String, _ tags: [String]) -> Row {
    [
      "Variable / Field Name": name, "Form Name": self.form, "Field Type": type, "Field Label": label,
      "Field Annotation": tags.joined(separator: " "),
    ]
  }

  private func rows(_ section: ScreenerSection) -> [Row] {
    let set = self.definition.responses(of: section)
    return section.items.enumerated().map { index, item in
      var tags = [
        FieldAnnotation.tag("ELSEC", item.code.rawValue), FieldAnnotation.tag("ELSEC-SECTION", section.id.rawValue),
        FieldAnnotation.tag("ELSEC-SECTION-AGES", "\(section.ages.lowest)-\(section.ages.highest)"),
        FieldAnnotation.tag("ELSEC-SET", section.use.rawValue),
      ]
      if item.reverse { tags.append(FieldAnnotation.tag("ELSEC-REVERSE", "1")) }
      let numbers = item.reverse ? nil : set?.numbers
      if let set, numbers == nil {
        let answers = set.options.map { option in
          if case .points(let points) = option.value { "\(option.code)=\(points)" } else { "\(option.code)=missing" }
        }
        tags.append(FieldAnnotation.tag("ELSEC-POINTS", answers.joined(separator: " ")))
      }
      let words = self.definition.words(of: item) ?? item.code.rawValue
      var row = self.field(self.variables[item.code.rawValue] ?? "", numbers == nil ? "radio" : "text", words, tags)
      if index == 0 { row["Section Header"] = section.title.text(in: "en") }
      if let numbers {
        row["Text Validation Type OR Show Slider Number"] = "integer"
        row["Text Validation Min"] = "\(numbers.lowest)"
        row["Text Validation Max"] = "\(numbers.highest)"
      } else if let set {
        row["Choices, Calculations, OR Slider Labels"] = self.choices(set, reversed: item.reverse)
      }
      return row
    }
  }

  /// Whether REDCap's number of an answer can be its points: they must differ from each other.
  private func codesArePoints(_ set: ResponseSet) -> Bool {
    let points = set.options.compactMap { option -> Int? in
      if case .points(let points) = option.value { points } else { nil }
    }
    return Set(points).count == points.count && points.allSatisfy { $0 >= 0 }
  }

  private func choices(_ set: ResponseSet, reversed: Bool) -> String {
    set.options.map { option in
      guard self.codesArePoints(set), case .points(let points) = option.value else {
        return "\(option.code), \(option.code)"
      }
      return "\(reversed ? set.turned(points) : points), \(option.code)"
    }.joined(separator: " | ")
  }

  private func row(_ score: ScoreDeclaration) -> Row {
    let name = self.variables["score:\(score.name)"] ?? ""
    let tags = [FieldAnnotation.tag("ELSEC-SCORE", score.name.rawValue)]
    guard let items = self.definition.plainSum(score.name),
      items.allSatisfy({ item in
        self.definition.responses(of: item.section).map { $0.numbers != nil || self.codesArePoints($0) } ?? false
      })
    else {
      return self.field(name, "descriptive", "\(score.name): worked out by elsec, REDCap can't", tags)
    }
    var row = self.field(name, "calc", score.name.rawValue, tags)
    // With `+` a blank makes the sum blank; `sum()` would count it as nothing.
    row["Choices, Calculations, OR Slider Labels"] = items.map {
      "[\(self.variables[$0.item.code.rawValue] ?? "")]"
    }.joined(separator: "+")
    return row
  }
}
