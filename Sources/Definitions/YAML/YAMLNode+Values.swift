// SPDX-License-Identifier: Apache-2.0

package import Vocabulary

/// Typed reading. Every function reports what is wrong and then returns `nil`.
extension YAMLNode {
  /// A non-empty text. A bare number is refused: `1.10` would be read as 1.1 elsewhere.
  package func text(_ findings: Findings) -> String? {
    guard case .scalar(let text, let plain) = self.content, !text.isEmpty else {
      return self.refuse("a text", findings, maybe: "write a word or a quoted text")
    }
    guard !plain || !Self.isNumber(text) else {
      return self.refuse("a text", findings, maybe: "write it in quotes: \"\(text)\"")
    }
    guard !plain || (text != "true" && text != "false") else {
      return self.refuse("a text", findings, maybe: "write it in quotes: \"\(text)\"")
    }
    return text
  }

  package func int(_ findings: Findings, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
    guard case .scalar(let text, plain: true) = self.content, let value = Int(text) else {
      return self.refuse("a whole number", findings, maybe: "write digits without quotes or point")
    }
    guard range.contains(value) else {
      let limits =
        range.upperBound == .max
        ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      return self.refuse("a whole number from \(limits)", findings, maybe: "take a number in that range")
    }
    return value
  }

  /// A number in plain decimal notation.
  package func decimal(_ findings: Findings, in range: ClosedRange<Double>? = nil) -> Double? {
    guard case .scalar(let text, plain: true) = self.content, Self.isNumber(text), let value = Double(text)
    else {
      return self.refuse("a number", findings, maybe: "write digits with a point, without quotes")
    }
    guard range?.contains(value) ?? true else {
      let limits = range.map { "\($0.lowerBound) to \($0.upperBound)" } ?? ""
      return self.refuse("a number from \(limits)", findings, maybe: "take a number in that range")
    }
    return value
  }

  package func bool(_ findings: Findings) -> Bool? {
    guard case .scalar(let text, plain: true) = self.content, let value = Bool(text) else {
      return self.refuse("true or false", findings, maybe: "write true or false without quotes")
    }
    return value
  }

  /// `YYYY-MM-DD`, with or without quotes.
  package func date(_ findings: Findings) -> CivilDate? {
    guard case .scalar(let text, _) = self.content, let value = CivilDate(text) else {
      return self.refuse("a date", findings, maybe: "write year-month-day, such as 2026-11-30")
    }
    return value
  }

  /// `"HH:MM"` in quotes (bare, it is a number in base 60 to some readers).
  package func timeOfDay(_ findings: Findings) -> TimeOfDay? {
    guard case .scalar(let text, _) = self.content, let value = TimeOfDay(text) else {
      return self.refuse("a time of day", findings, maybe: "write it in quotes, such as \"09:15\"")
    }
    return value
  }

  /// Completed months: a whole number, or years and months as `3;06`.
  package func ageInMonths(_ findings: Findings) -> Int? {
    guard case .scalar(let text, let plain) = self.content else {
      return self.refuse("an age", findings, maybe: "write months (42) or years;months (3;06)")
    }
    if plain, let months = Int(text), (0...300).contains(months) { return months }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 2, let years = Int(parts[0]), (0...25).contains(years),
      let months = Int(parts[1]), (0...11).contains(months)
    else { return self.refuse("an age", findings, maybe: "write months (42) or years;months (3;06)") }
    return years * 12 + months
  }

  package func list(_ findings: Findings) -> [YAMLNode]? {
    guard case .list(let nodes) = self.content else {
      return self.refuse("a list", findings, maybe: "write [one, two] or one '- ' a line")
    }
    return nodes
  }

  package func texts(_ findings: Findings) -> [String]? {
    guard let nodes = self.list(findings) else { return nil }
    let texts = nodes.map { $0.text(findings) }
    return texts.contains { $0 == nil } ? nil : texts.compactMap(\.self)
  }

  /// A map whose keys are names chosen by the author.
  package func entries(_ findings: Findings) -> [Entry]? {
    guard case .map(let entries) = self.content else {
      return self.refuse("a map", findings, maybe: "write 'name: value' lines below")
    }
    return entries
  }

  /// One word of a fixed list, by raw value.
  package func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type,
    _ findings: Findings
  ) -> Value? {
    let words = type.allCases.map(\.rawValue)
    guard case .scalar(let text, _) = self.content, let value = Value(rawValue: text) else {
      guard case .scalar(let text, _) = self.content, let near = nearest(to: text, among: words) else {
        return self.refuse("one of \(words.joined(separator: ", "))", findings, maybe: "take one of them")
      }
      return self.refuse("one of \(words.joined(separator: ", "))", findings, maybe: "'\(near)'")
    }
    return value
  }

  /// Reports that something else stands here, and returns `nil`.
  package func refuse<Value>(_ wanted: String, _ findings: Findings, maybe hint: String) -> Value? {
    findings.add(
      .definitionWrongValue,
      "\(wanted) is wanted here, not \(self.kind)",
      at: self.place,
      maybe: hint
    )
    return nil
  }

  /// Reports what is wrong in words of its own, and returns `nil`.
  package func reject<Value>(_ message: String, _ findings: Findings, maybe hint: String) -> Value? {
    findings.add(.definitionWrongValue, message, at: self.place, maybe: hint)
    return nil
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
