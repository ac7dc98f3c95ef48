// SPDX-License-Identifier: Apache-2.0

/// The few FHIRPath expressions that sum answer weights, and the questions that each counts.
///
/// Understood: a path of `item`, `descendants()`, `repeat(item)` and `where(linkId …)` from `%resource` to `answer`, its `value`,
/// `ordinal()` or `weight()`, and `sum()`; several such with `+`; either inside `iif(…, …, {})` when the condition
/// only asks whether there are answers. Everything else is refused: a half-understood score is worse than none.
struct WeightExpression {
  /// One question or group of the form, below `nil` at the outside.
  struct Node {
    let name: String
    let depth: Int
    /// Names of all groups and questions around it.
    let ancestors: [String]
    /// Whether its answers have weights; then it is a leaf.
    let isWeighted: Bool
  }

  private let nodes: [Node]

  init(_ nodes: [Node]) { self.nodes = nodes }

  /// Names of the weighted questions that the expression counts, each once; `nil` when it is not one of these.
  func counted(by expression: String) -> Set<String>? {
    var text = Self.squeezed(expression)
    if text.hasPrefix("iif("), text.hasSuffix(")") {
      let words = Self.split(String(text.dropFirst(4).dropLast()), at: ",")
      guard words.count == 3, words[2] == "{}", Self.asksForAnswers(words[0]) else { return nil }
      text = words[1]
    }
    let terms = Self.split(text, at: "+")
    var counted: Set<String> = []
    for term in terms {
      guard let names = self.names(term, isAlone: terms.count == 1), !names.isEmpty,
        counted.isDisjoint(with: names)
      else { return nil }
      counted.formUnion(names)
    }
    return counted
  }

  private func names(_ term: String, isAlone: Bool) -> Set<String>? {
    var steps = Self.split(term, at: ".")
    if steps.last == "sum()" { steps.removeLast() } else if isAlone { return nil }
    guard let weight = steps.popLast(), ["ordinal()", "weight()"].contains(weight) else { return nil }
    if let value = steps.last, ["value", "valueCoding"].contains(value) { steps.removeLast() }
    guard steps.popLast() == "answer" else { return nil }
    if let start = steps.first, ["%resource", "%context", "QuestionnaireResponse"].contains(start) {
      steps.removeFirst()
    }
    var found: [Node]?
    for step in steps {
      if step == "item" {
        guard let parents = found else {
          found = self.nodes.filter { $0.depth == 0 }
          continue
        }
        let names = Set(parents.map(\.name))
        found = self.nodes.filter { node in node.ancestors.last.map(names.contains) ?? false }
      } else if step == "descendants()" || step == "repeat(item)" {
        guard let parents = found else {
          found = self.nodes
          continue
        }
        let names = Set(parents.map(\.name))
        found = self.nodes.filter { !names.isDisjoint(with: $0.ancestors) }
      } else if step.hasPrefix("where("), step.hasSuffix(")"), let before = found,
        let holds = Self.condition(String(step.dropFirst(6).dropLast()))
      {
        found = before.filter { holds($0.name) }
      } else {
        return nil
      }
    }
    return found.map { Set($0.filter(\.isWeighted).map(\.name)) }
  }

  /// `linkId='a'or linkId='b'`, `linkId!='a'and linkId!='b'` or `linkId in('a'|'b')`, with blanks taken out.
  private static func condition(_ text: String) -> ((String) -> Bool)? {
    if text.hasPrefix("linkIdin("), text.hasSuffix(")") {
      let names = self.split(String(text.dropFirst(9).dropLast()), at: "|").map(self.quoted)
      guard !names.contains(where: { $0 == nil }) else { return nil }
      return { names.contains($0) }
    }
    for (sign, joint, isWanted) in [("linkId='", "or", true), ("linkId!='", "and", false)] where text.hasPrefix(sign) {
      var names: [String] = []
      var rest = text[...]
      while rest.hasPrefix(sign) {
        rest = rest.dropFirst(sign.count)
        guard let end = rest.firstIndex(of: "'") else { return nil }
        names.append(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
        if rest.hasPrefix(joint) { rest = rest.dropFirst(joint.count) } else { break }
      }
      guard rest.isEmpty else { return nil }
      return { names.contains($0) == isWanted }
    }
    return nil
  }

  private static func quoted(_ text: String) -> String? {
    guard text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'"), !text.dropFirst().dropLast().contains("'") else {
      return nil
    }
    return String(text.dropFirst().dropLast())
  }

  /// Whether a condition only asks that something was answered: elsec gives no sum without every answer, so it holds.
  private static func asksForAnswers(_ text: String) -> Bool {
    if text.hasPrefix("%"), text.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) { return true }
    guard let last = self.split(text, at: ".").last else { return false }
    if last == "exists()" { return true }
    let number = last.hasPrefix("count()=") ? last.dropFirst(8) : last.hasPrefix("count()>") ? last.dropFirst(8) : ""
    return !number.isEmpty && number.allSatisfy(\.isNumber)
  }

  /// Without blanks, except inside quotation marks.
  private static func squeezed(_ text: String) -> String {
    var isQuoted = false
    return text.reduce(into: "") { squeezed, character in
      if character == "'" { isQuoted.toggle() }
      if isQuoted || !character.isWhitespace { squeezed.append(character) }
    }
  }

  /// Splits where `mark` stands outside parentheses and quotation marks.
  private static func split(_ text: String, at mark: Character) -> [String] {
    var (words, depth, isQuoted) = ([""], 0, false)
    for character in text {
      if character == "'" { isQuoted.toggle() }
      if !isQuoted, character == "(" { depth += 1 }
      if !isQuoted, character == ")" { depth -= 1 }
      if character == mark, depth == 0, !isQuoted { words.append("") } else { words[words.count - 1].append(character) }
    }
    return words
  }
}
