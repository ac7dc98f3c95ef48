// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Writes the definition of a form: sections of items that take the same answers, sums, one band for every score,
/// and the tier `review`, because no cut came with the form.
struct ScreenerWriting {
  private struct Section {
    var id: String
    var title: String
    var ages: InclusiveRange?
    var set: String
    var totals: Set<String>
    var items: [ScreenerForm.Item]
  }

  private let form: ScreenerForm
  private let options: ScreenerImportOptions

  init(_ form: ScreenerForm, _ options: ScreenerImportOptions) {
    self.form = form
    self.options = options
  }

  /// - Throws: when nothing can be scored, when codes clash, or when the form has no name that an id can be.
  func imported() throws -> ImportedScreener {
    guard !self.form.items.isEmpty else {
      throw Fault(
        self.form.fault, "the file has no item whose answers have weights", at: "items",
        maybe: "give answers an ordinalValue, or choices whole-number codes")
    }
    try self.checkCodes()
    let id = try self.id()
    let (sets, names) = self.responseSets()
    let sections = self.sections(names)
    let scores = try self.scores(sections)
    let parts = self.parts(id: id, sets: sets, sections: sections, scores: scores)
    let yaml = parts.map(\.text).joined(separator: "\n") + "\n"
    return ImportedScreener(
      id: id, version: self.form.version, yaml: yaml,
      source: ScreenerSourceNote(self.form, id: id, sets: sets).text, notes: self.form.notes)
  }

  private func id() throws -> ScreenerID {
    if let id = self.options.id { return id }
    let name = (self.form.name ?? "").lowercased().reduce(into: "") { name, character in
      let isPlain = character.isASCII && (character.isLetter || character.isNumber || ".-_".contains(character))
      name.append(isPlain ? character : "-")
    }
    let trimmed = name.drop { !$0.isLetter && !$0.isNumber }
    guard !trimmed.isEmpty, trimmed.count <= 64 else {
      throw Fault(
        self.form.fault, "the file has no name that can be the screener's id", at: "name", maybe: "give one with --id")
    }
    return ScreenerID(String(trimmed))
  }

  private func checkCodes() throws {
    var names: [String: String] = [:]
    for item in self.form.items {
      if let other = names.updateValue(item.name, forKey: item.code) {
        throw Fault(
          self.form.fault, "'\(other)' and '\(item.name)' would both be the item \(item.code)", at: item.name,
          maybe: "rename one in the file")
      }
    }
  }

  /// The sets in order of first use, and the name of each item's.
  private func responseSets() -> (sets: [(id: String, answers: ScreenerForm.Answers)], names: [String: String]) {
    var sets: [(id: String, answers: ScreenerForm.Answers)] = []
    var names: [String: String] = [:]
    for item in self.form.items {
      let wanted = item.group.responses
      if let known = sets.first(where: { $0.answers == item.answers && (wanted == nil || $0.id == wanted) }) {
        names[item.name] = known.id
        continue
      }
      let taken = Set(sets.map(\.id))
      var id = wanted ?? "r\(sets.count + 1)"
      while taken.contains(id) { id += "x" }
      sets.append((id, item.answers))
      names[item.name] = id
    }
    return (sets, names)
  }

  /// Runs of items of one group with the same answers that the same totals count, in the order of the file.
  private func sections(_ sets: [String: String]) -> [Section] {
    var sections: [Section] = []
    var groups: [ScreenerForm.Group] = []
    for item in self.form.items {
      let totals = Set(self.form.totals.filter { $0.items.contains(item.name) }.map(\.name))
      let set = sets[item.name] ?? ""
      if let last = sections.last, groups.last == item.group, last.set == set, last.totals == totals {
        sections[sections.count - 1].items.append(item)
        continue
      }
      let taken = Set(sections.map(\.id))
      var (id, number) = (item.group.id, 2)
      while taken.contains(id) {
        id = "\(item.group.id)-\(number)"
        number += 1
      }
      sections.append(
        Section(
          id: id, title: item.group.title, ages: item.group.ages, set: set, totals: totals, items: [item]))
      groups.append(item.group)
    }
    return sections
  }

  /// Sums by name; a sum over everything first when the form has no total or leaves a section out of all of them.
  private func scores(_ sections: [Section]) throws -> [(name: String, sections: [String])] {
    var scores: [(name: String, sections: [String])] = self.form.totals.map { total in
      (total.name, sections.filter { $0.totals.contains(total.name) }.map(\.id))
    }
    if let twice = Set(scores.map(\.name)).count < scores.count ? scores.last?.name : nil {
      throw Fault(self.form.fault, "two totals would both be the score \(twice)", at: twice, maybe: "rename one")
    }
    if sections.contains(where: { $0.totals.isEmpty }) {
      var name = "raw.all"
      while scores.contains(where: { $0.name == name }) { name += "x" }
      scores.insert((name, sections.map(\.id)), at: 0)
    }
    return scores
  }

  private func parts(
    id: ScreenerID, sets: [(id: String, answers: ScreenerForm.Answers)], sections: [Section],
    scores: [(name: String, sections: [String])]
  ) -> [DefinitionParts.Part] {
    let range = self.options.ages ?? self.form.ages ?? ScreenerImportOptions.everyChild
    let date = self.form.date ?? self.options.today
    // The score that counts most items decides; the first of several.
    let sizes = scores.map { score in
      sections.filter { score.sections.contains($0.id) }.reduce(0) { $0 + $1.items.count }
    }
    let main = sizes.firstIndex(of: sizes.max() ?? 0).map { scores[$0].name } ?? "raw.all"
    let scalar = DefinitionText.scalar
    var parts: [(String, String)] = [
      ("format", "format: \(ScreenerDefinition.format)"),
      ("id", "id: \(scalar(id.rawValue))"),
      ("version", "version: \(self.form.version)"),
      ("status", "status: draft"),
      ("title", "title: {\(self.form.language): \(DefinitionText.quoted(self.form.title))}"),
      (
        "licence",
        "licence: {spdx: \(scalar(self.form.spdx ?? "LicenseRef-not-stated")), "
          + "holder: \(scalar(self.form.holder ?? "not stated")), items: included, norms: none, ship: false}"
      ),
      ("provenance", "provenance:\n  - {part: items, source: \(scalar(self.form.source))}"),
      (
        "age",
        "age:\n  method: calendar\n  band-on: completed-months\n  range: [\(range.lowest), \(range.highest)]\n"
          + "  outside: refuse"
      ),
      ("responses", "responses:\n" + sets.map(Self.responseSet).joined(separator: "\n")),
      ("sections", "sections:\n" + sections.map { self.section($0, range) }.joined(separator: "\n")),
      (
        "scores",
        "scores:\n"
          + scores.map { "  \(scalar($0.name)): {sum: \(DefinitionText.list($0.sections)), missing: {allow: 0}}" }
          .joined(separator: "\n")
      ),
      ("bands", "bands:\n  - {id: scored, when: \(scalar(main))}"),
      ("tiers", "tiers:\n  - {tier: review, if: \"band = scored\"}"),
      (
        "changes",
        "changes:\n  - {version: \(self.form.version), dated: \(date), what: imported, rescored: false}"
      ),
    ]
    for carried in self.form.parts {
      if carried.key == "age", self.options.ages != nil { continue }
      if let index = parts.firstIndex(where: { $0.0 == carried.key }) {
        parts[index].1 = carried.text
      } else {
        parts.insert((carried.key, carried.text), at: parts.count - 1)
      }
    }
    return parts.map { DefinitionParts.Part(key: $0.0, text: $0.1) }
  }

  private static func responseSet(_ set: (id: String, answers: ScreenerForm.Answers)) -> String {
    switch set.answers {
    case .numbers(let range):
      return "  \(DefinitionText.scalar(set.id)): {from: \(range.lowest), to: \(range.highest)}"
    case .options(let answers):
      let codes = answers.map { answer in
        let value = if case .points(let points) = answer.value { "\(points)" } else { "missing" }
        return "\(DefinitionText.scalar(answer.code)): \(value)"
      }
      return "  \(DefinitionText.scalar(set.id)): {\(codes.joined(separator: ", "))}"
    }
  }

  private func section(_ section: Section, _ range: InclusiveRange) -> String {
    let ages = section.ages ?? range
    let reversed = section.items.filter(\.reverse).map(\.code)
    let lines =
      [
        "  - id: \(DefinitionText.scalar(section.id))",
        "    title: \(self.words(section.title.isEmpty ? section.id : section.title))",
        "    use: \(DefinitionText.scalar(section.set))",
        "    ages: [\(ages.lowest), \(ages.highest)]",
      ] + (reversed.isEmpty ? [] : ["    reverse: \(DefinitionText.list(reversed))"]) + ["    items:"]
      + section.items.map { item in
        let text = item.text.flatMap { $0.isEmpty ? nil : $0 } ?? item.code
        return "      \(DefinitionText.scalar(item.code)): \(self.words(text))"
      }
    return lines.joined(separator: "\n")
  }

  private func words(_ text: String) -> String {
    self.form.language == "en"
      ? DefinitionText.scalar(text) : "{\(self.form.language): \(DefinitionText.quoted(text))}"
  }
}
