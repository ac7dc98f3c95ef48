// SPDX-License-Identifier: Apache-2.0

import Screening
import StrictJSON
import Vocabulary

/// Takes a Questionnaire apart into weighted questions and totals, and refuses by linkId what a definition can't say.
struct QuestionnaireReading {
  /// Deeper groups are refused.
  private static let depthLimit = 32

  private let resource: JSONValue
  private let answers: AnswerReading
  private var form: ScreenerForm
  private var nodes: [WeightExpression.Node] = []
  private var expressions: [(name: String, score: String, text: String)] = []
  private var isOwn = false

  init(_ resource: JSONValue) throws {
    guard resource["resourceType"]?.text == "Questionnaire" else {
      throw Fault(
        .fhirMalformed, "the file is no Questionnaire", at: "resourceType",
        maybe: "take the Questionnaire resource out of its Bundle or response")
    }
    self.resource = resource
    self.answers = AnswerReading(contained: resource["contained"]?.values ?? [])
    let url = resource["url"]?.text
    let name = resource["name"]?.text ?? resource["id"]?.text
    self.form = ScreenerForm(
      name: name ?? url?.split(separator: "/").last.map(String.init),
      title: resource["title"]?.text ?? name ?? "Imported form",
      version: try Self.version(resource["version"]),
      date: resource["date"]?.text.flatMap { CivilDate($0.prefix(10)) },
      source: url ?? "a FHIR Questionnaire without a url", fault: .fhirNotCarried)
    self.readOrigin(url)
  }

  private mutating func readOrigin(_ url: String?) {
    if let url, url.hasPrefix(FHIRNames.screener) {
      self.isOwn = true
      self.form.name = FHIRNames.unescaped(String(url.dropFirst(FHIRNames.screener.count)))
    }
    if let language = self.resource["language"]?.text?.prefix(2).lowercased(), language.count == 2,
      language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    {
      self.form.language = language
    }
    if let copyright = self.resource["copyright"]?.text, !copyright.isEmpty {
      self.form.holder = copyright
      self.form.spdx = "LicenseRef-copyright"
    }
    for part in self.resource["extension"]?.values ?? [] where part["url"]?.text == FHIRNames.part {
      let inner = part["extension"]?.values ?? []
      let key = inner.first { $0["url"]?.text == "key" }?["valueString"]?.text
      let text = inner.first { $0["url"]?.text == "text" }?["valueString"]?.text
      if let key, let text { self.form.parts.append(DefinitionParts.Part(key: key, text: text)) }
    }
  }

  /// One to three numbers; `1.0.0` when there is no version.
  private static func version(_ value: JSONValue?) throws -> ScreenerVersion {
    guard let text = value?.text else { return ScreenerVersion(1, 0, 0) }
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).count
    let padded = text + String(repeating: ".0", count: max(0, 3 - numbers))
    guard let version = ScreenerVersion(padded) else {
      throw Fault(
        .fhirNotCarried, "the version is not one to three numbers", at: "version",
        maybe: "write it like 1.2.0 in a copy of the file")
    }
    return version
  }

  /// - Throws: `fhir.not-carried`, its place the linkId.
  consuming func whole() throws -> ScreenerForm {
    guard self.resource["modifierExtension"] == nil else {
      throw Self.refusal("modifierExtension", "it may change the meaning of everything", at: "the questionnaire")
    }
    for part in self.form.parts { try Self.check(part) }
    let outside = ScreenerForm.Group(id: "S1", title: self.form.title)
    for item in self.resource["item"]?.values ?? [] { try self.read(item, in: outside, below: []) }
    var names: Set<String> = []
    for node in self.nodes where !names.insert(node.name).inserted {
      throw Fault(.fhirMalformed, "two items have the linkId '\(node.name)'", at: node.name, maybe: "rename one")
    }
    let weights = WeightExpression(self.nodes)
    for expression in self.expressions {
      guard let counted = weights.counted(by: expression.text) else {
        throw Self.refusal(
          "a calculatedExpression that is no plain sum of answer weights", "elsec could not work it out the same way",
          at: expression.name)
      }
      self.form.totals.append(ScreenerForm.Total(name: expression.score, items: counted))
    }
    // Our own file says in its part `scores` how they are made.
    if self.form.parts.contains(where: { $0.key == "scores" }) { self.form.totals = [] }
    return self.form
  }

  /// A part must be one key of a definition and nothing else, so that it can't bring a second one along.
  private static func check(_ part: DefinitionParts.Part) throws {
    let known = [
      "licence", "provenance", "age", "norms-apply", "administer", "route", "scores", "norms", "banks", "bands",
      "tiers",
      "rescreen", "changes",
    ]
    guard known.contains(part.key), DefinitionParts(cutting: part.text).parts.map(\.key) == [part.key] else {
      throw Fault(
        .fhirMalformed, "a definition part is not one key of a definition", at: FHIRNames.part,
        maybe: "take the file as elsec wrote it, or take its extensions out")
    }
  }

  static func refusal(_ what: String, _ why: String, at name: String) -> Fault {
    Fault(
      .fhirNotCarried, "item '\(name)' has \(what): \(why)", at: name,
      maybe: "take it out of a copy of the file where the score does not need it, or write the definition by hand")
  }

  private mutating func read(_ item: JSONValue, in group: ScreenerForm.Group, below ancestors: [String]) throws {
    guard let name = item["linkId"]?.text, !name.isEmpty, let type = item["type"]?.text else {
      throw Fault(
        .fhirMalformed, "an item has no linkId or no type", at: ancestors.last ?? "item", maybe: "add both")
    }
    guard ancestors.count < Self.depthLimit else {
      throw Fault(.fhirMalformed, "groups are nested too deep", at: name, maybe: "flatten them")
    }
    let inner = item["item"]?.values ?? []
    let extensions = item["extension"]?.values ?? []
    func has(_ url: String) -> JSONValue? { extensions.first { $0["url"]?.text == url } }
    let answers = try self.answers.answers(of: item, name: name, type: type)
    self.nodes.append(
      WeightExpression.Node(name: name, depth: ancestors.count, ancestors: ancestors, isWeighted: answers != nil))

    let hangs = try self.weighs(inner, depth: ancestors.count)
    if answers != nil || hangs {
      if item["enableWhen"] != nil || has(FHIRNames.sdc + "enableWhenExpression") != nil {
        throw Self.refusal("enableWhen", "a hidden answer must not count, and a definition has no such rule", at: name)
      }
      if item["modifierExtension"] != nil {
        throw Self.refusal("a modifierExtension", "it may change what the item means", at: name)
      }
      if item["repeats"]?.bool == true {
        throw Self.refusal("repeats", "an item has one answer", at: name)
      }
    }
    if type == "group" {
      let section = Self.group(item, name: name, isOwn: self.isOwn, around: group)
      if has(FHIRNames.calculated) != nil {
        throw Self.refusal("a calculatedExpression", "a group has no value", at: name)
      }
      for item in inner { try self.read(item, in: section, below: ancestors + [name]) }
      return
    }
    if hangs { throw Self.refusal("weighted items below an answer", "whether they count depends on it", at: name) }
    if let expression = has(FHIRNames.calculated) {
      guard answers == nil else {
        throw Self.refusal("a calculatedExpression", "its answers have weights of their own", at: name)
      }
      let text = expression["valueExpression"]?["expression"]?.text ?? expression["valueString"]?.text ?? ""
      let score = self.isOwn && name.hasPrefix("score.") ? String(name.dropFirst(6)) : Self.code(name)
      self.expressions.append((name, score, text))
    } else if let answers {
      if has(FHIRNames.sdc + "answerExpression") != nil {
        throw Self.refusal("an answerExpression", "its answers are not in the file", at: name)
      }
      self.add(item, name: name, answers: answers, group: group, isReversed: has(FHIRNames.reverse) != nil)
    } else if has(FHIRNames.described) == nil {
      self.form.notes.append("item '\(name)' (\(type)) has no weights and was left out: it can't count")
    }
    for item in inner { try self.read(item, in: group, below: ancestors + [name]) }
  }

  /// Whether anything below has weighted answers.
  private func weighs(_ items: [JSONValue], depth: Int) throws -> Bool {
    guard depth < Self.depthLimit else { return true }
    for item in items {
      let name = item["linkId"]?.text ?? "?"
      if try self.answers.answers(of: item, name: name, type: item["type"]?.text ?? "") != nil { return true }
      if try self.weighs(item["item"]?.values ?? [], depth: depth + 1) { return true }
    }
    return false
  }

  private mutating func add(
    _ item: JSONValue, name: String, answers: ScreenerForm.Answers, group: ScreenerForm.Group, isReversed: Bool
  ) {
    let code = Self.code(name)
    if code != name { self.form.notes.append("item '\(name)' is called \(code)") }
    let prefix = item["prefix"]?.text.map { "\($0) " } ?? ""
    let text = item["text"]?.text.map { prefix + $0 }
    if item["required"]?.bool == false, !self.isOwn {
      self.form.notes.append("item '\(name)' need not be answered in the file; here the sums stay empty without it")
    }
    let turned = isReversed ? answers.turned : answers
    self.form.items.append(
      ScreenerForm.Item(name: name, code: code, text: text, reverse: isReversed, answers: turned, group: group))
  }

  private static func group(
    _ item: JSONValue, name: String, isOwn: Bool, around: ScreenerForm.Group
  ) -> ScreenerForm.Group {
    let id = isOwn && name.hasPrefix("section.") ? String(name.dropFirst(8)) : self.code(name)
    var group = ScreenerForm.Group(
      id: id, title: item["text"]?.text ?? around.title, ages: around.ages, responses: around.responses)
    for section in item["extension"]?.values ?? [] where section["url"]?.text == FHIRNames.section {
      let inner = section["extension"]?.values ?? []
      func value(_ url: String) -> JSONValue? { inner.first { $0["url"]?.text == url } }
      if let lowest = value("lowest-months")?["valueInteger"]?.wholeNumber,
        let highest = value("highest-months")?["valueInteger"]?.wholeNumber
      {
        group.ages = InclusiveRange(lowest, highest)
      }
      group.responses = value("responses")?["valueString"]?.text
    }
    return group
  }

  /// Columns of answer files that are no items.
  private static let columns: Set<String> = [
    "child_ref", "birth_date", "test_date", "home_language", "weeks_gestation", "concern", "case", "note",
  ]

  /// A linkId as an item or section code: letters, digits and `. _ / -`; anything else becomes `_`.
  private static func code(_ name: String) -> String {
    let code = name.reduce(into: "") { code, character in
      let isPlain = character.isASCII && (character.isLetter || character.isNumber || "._/-".contains(character))
      code.append(isPlain ? character : "_")
    }
    return self.columns.contains(code) ? "item.\(code)" : code
  }
}
