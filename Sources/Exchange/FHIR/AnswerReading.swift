// SPDX-License-Identifier: Apache-2.0

import Screening
import StrictJSON
import Vocabulary

/// Reads the weighted answers of an item, from its own options or a value set that the file contains.
struct AnswerReading {
  let contained: [JSONValue]

  /// - Returns: `nil` when the answers have no weights, so that the item can't count.
  func answers(of item: JSONValue, name: String, type: String) throws -> ScreenerForm.Answers? {
    let extensions = item["extension"]?.values ?? []
    if extensions.contains(where: { $0["url"]?.text == FHIRNames.numbers && $0["valueBoolean"]?.bool == true }) {
      return try self.numbers(extensions, name: name)
    }
    guard ["choice", "open-choice", "coding", "question"].contains(type) || item["answerOption"] != nil else {
      return nil
    }
    let concepts = try self.concepts(of: item, name: name)
    let weighted = concepts.filter { $0.weight != nil }
    guard !weighted.isEmpty else { return nil }
    if type == "open-choice" || item["answerConstraint"]?.text == "optionsOrString"
      || item["answerConstraint"]?.text == "optionsOrType"
    {
      throw QuestionnaireReading.refusal("answers of one's own words beside weights", "they have no points", at: name)
    }
    let answers = try self.coded(concepts, name: name)
    return .options(answers)
  }

  private struct Concept {
    var code: String?
    var label: String?
    var weight: JSONValue?
    var isMissing: Bool
  }

  private func numbers(_ extensions: [JSONValue], name: String) throws -> ScreenerForm.Answers {
    func limit(_ url: String) -> Int? { extensions.first { $0["url"]?.text == url }?["valueInteger"]?.wholeNumber }
    guard let lowest = limit(FHIRNames.minimum), let highest = limit(FHIRNames.maximum), lowest < highest else {
      throw QuestionnaireReading.refusal("a number without minValue and maxValue", "its range is not known", at: name)
    }
    return .numbers(InclusiveRange(lowest, highest))
  }

  private func concepts(of item: JSONValue, name: String) throws -> [Concept] {
    if let reference = item["answerValueSet"]?.text {
      guard reference.hasPrefix("#"),
        let set = self.contained.first(where: { $0["id"]?.text == String(reference.dropFirst()) })
      else {
        throw QuestionnaireReading.refusal(
          "an answerValueSet that is not in the file", "its weights are not known", at: name)
      }
      return try self.concepts(in: set, name: name)
    }
    return try (item["answerOption"]?.values ?? []).map { option in
      let coding = option["valueCoding"]
      let value = coding?["code"] ?? option["valueString"]
      let inner = try Self.weight(coding?["extension"]?.values ?? [], name: name)
      let outer = try Self.weight(option["extension"]?.values ?? [], name: name)
      if let inner, let outer, inner != outer {
        throw QuestionnaireReading.refusal("an answer with two weights", "they differ", at: name)
      }
      let marks = (option["extension"]?.values ?? []) + (coding?["extension"]?.values ?? [])
      return Concept(
        code: value?.text ?? option["valueInteger"]?.wholeNumber.map { "\($0)" },
        label: coding?["display"]?.text ?? option["valueString"]?.text,
        weight: inner ?? outer,
        isMissing: marks.contains { $0["url"]?.text == FHIRNames.missing && $0["valueBoolean"]?.bool == true })
    }
  }

  private func concepts(in set: JSONValue, name: String) throws -> [Concept] {
    var concepts: [JSONValue] = []
    let includes = set["compose"]?["include"]?.values ?? []
    if includes.isEmpty {
      concepts = set["expansion"]?["contains"]?.values ?? []
    } else {
      guard set["compose"]?["exclude"] == nil,
        includes.allSatisfy({ $0["concept"] != nil && $0["filter"] == nil && $0["valueSet"] == nil })
      else {
        throw QuestionnaireReading.refusal(
          "a value set that does not list its concepts", "its weights are not known", at: name)
      }
      concepts = includes.flatMap { $0["concept"]?.values ?? [] }
    }
    return try concepts.map { concept in
      let extensions = concept["extension"]?.values ?? []
      return Concept(
        code: concept["code"]?.text, label: concept["display"]?.text, weight: try Self.weight(extensions, name: name),
        isMissing: extensions.contains { $0["url"]?.text == FHIRNames.missing && $0["valueBoolean"]?.bool == true })
    }
  }

  private static func weight(_ extensions: [JSONValue], name: String) throws -> JSONValue? {
    let found = extensions.filter { FHIRNames.weights.contains($0["url"]?.text ?? "") }
      .map { $0["valueDecimal"] ?? $0["valueInteger"] ?? .null }
    guard let first = found.first else { return nil }
    guard found.allSatisfy({ $0.wholeNumber != nil && $0.wholeNumber == first.wholeNumber }) else {
      throw QuestionnaireReading.refusal(
        "an answer weight that is not one whole number", "points are whole numbers", at: name)
    }
    return first.wholeNumber.map { .whole($0) }
  }

  /// Codes as the file has them where each can be typed with one key; else the points, else letters.
  private func coded(_ concepts: [Concept], name: String) throws -> [ScreenerForm.Answer] {
    var answers = try concepts.map { concept -> ScreenerForm.Answer in
      let value: ResponseSet.Value
      if let points = concept.weight?.whole {
        value = .points(points)
      } else if concept.isMissing {
        value = .missing
      } else {
        throw QuestionnaireReading.refusal(
          "the answer '\(concept.code ?? concept.label ?? "?")' without a weight beside others with one",
          "whether it counts 0 or nothing is not said", at: name)
      }
      return ScreenerForm.Answer(code: concept.code ?? "", label: concept.label, value: value)
    }
    if Self.canBeTyped(answers) { return answers }
    let given = answers
    for index in answers.indices {
      if case .points(let points) = given[index].value {
        answers[index].code = "\(points)"
      } else {
        answers[index].code = "M\(index)"
      }
      answers[index].label = [given[index].code, given[index].label ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    if Self.canBeTyped(answers) { return answers }
    for (index, letter) in zip(answers.indices, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") { answers[index].code = String(letter) }
    guard Self.canBeTyped(answers) else {
      throw QuestionnaireReading.refusal("more answers than letters", "each is typed with one key", at: name)
    }
    return answers
  }

  private static func canBeTyped(_ answers: [ScreenerForm.Answer]) -> Bool {
    guard Set(answers.map(\.code)).count == answers.count,
      answers.allSatisfy({
        $0.code.utf8.count <= 32 && !$0.code.contains { "=,\"\n\r".contains($0) || $0.isWhitespace }
      })
    else { return false }
    let options = answers.map { ResponseSet.Option(code: ResponseCode($0.code), value: $0.value) }
    return ResponseSet(id: ResponseSetID("answers"), options: options).keys != nil
      && answers.allSatisfy { !$0.code.isEmpty }
  }
}

extension ScreenerForm.Answers {
  /// The points turned round, lowest for highest.
  var turned: ScreenerForm.Answers {
    guard case .options(let answers) = self else { return self }
    let set = ResponseSet(
      id: ResponseSetID("answers"),
      options: answers.map { ResponseSet.Option(code: ResponseCode($0.code), value: $0.value) })
    return .options(
      answers.map { answer in
        guard case .points(let points) = answer.value else { return answer }
        var turned = answer
        turned.value = .points(set.turned(points))
        return turned
      })
  }
}
