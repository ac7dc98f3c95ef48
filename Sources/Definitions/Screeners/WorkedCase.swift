// SPDX-License-Identifier: Apache-2.0

package import Screening
package import Vocabulary

/// One line of a `cases.csv`: answers of a made-up child, and what they come to, worked without elsec.
package struct WorkedCase: Sendable {
  package let name: String
  package let answers: ScreeningAnswers
  package let context: ScreeningContext
  /// Expectations in the order of the columns. An empty text expects nothing to be there.
  package let expected: [(column: String, text: String, at: Place)]
  package let place: Place

  /// Every expectation that `screener` does not meet.
  package func differences(under screener: PreparedScreener) -> [Fault] {
    do {
      let result = try screener.score(self.answers, in: self.context)
      return self.expected.compactMap { column, text, at in
        let found = Self.found(column, in: result)
        guard !found.meets(text) else { return nil }
        return Fault(
          .definitionCaseDiffers,
          "the case '\(self.name)' expects \(column) \(text.isEmpty ? "to be empty" : text), "
            + "and the definition makes it \(found.text.isEmpty ? "empty" : found.text)",
          at: at.description,
          maybe: "work the case again by hand; then correct the definition or the case"
        )
      }
    } catch {
      let reason = (error as? Fault)?.message ?? "it can't be scored"
      return [
        Fault(
          .definitionCaseDiffers,
          "the case '\(self.name)' can't be scored: \(reason)",
          at: self.place.description,
          maybe: "correct the row"
        )
      ]
    }
  }

  /// What a result says under one name.
  private enum Found {
    case text(String)
    case score(NamedScore)
    /// Any of the flags may be expected; others may be there too.
    case flags([String])

    var text: String {
      switch self {
      case .text(let text): text
      case .score(let score): score.text
      case .flags(let flags): flags.joined(separator: " ")
      }
    }

    func meets(_ expected: String) -> Bool {
      switch self {
      case .text(let text): return text == expected
      case .flags(let flags): return expected.split(separator: " ").allSatisfy { flags.contains(String($0)) }
      case .score(let score):
        if score.text == expected { return true }
        guard let number = score.number, let wanted = PlainTable.number(expected) else { return false }
        let decimals = expected.split(separator: ".").dropFirst().first?.count ?? 0
        let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
        return abs(number - wanted) <= unit / 2 + 1e-9
      }
    }
  }

  private static func found(_ column: String, in result: ScreeningResult) -> Found {
    switch column {
    case "age_months": .text(result.ageMonths.map { "\($0)" } ?? "")
    case "band": .text(result.band?.rawValue ?? "")
    case "tier": .text(result.tier?.tier.rawValue ?? "")
    case "flags": .flags(result.flags.map(\.description))
    default: result.score(ScoreName(column)).map(Found.score) ?? .text("")
    }
  }
}
