// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Vocabulary

/// What a therapist looks at where no norm may be applied: what the child did, in which language, what is heard at
/// home, and the child's own earlier result.
struct NotNormedReport: Encodable {
  struct Item: Encodable {
    let item: String
    let words: String
    let response: String?
    let language: String?
  }

  struct Section: Encodable {
    let section: String
    let title: String
    let full: [Item]
    let some: [Item]
    let none: [Item]
    let notGiven: [Item]
  }

  struct Earlier: Encodable {
    struct Line: Encodable {
      let score: String
      let before: Double
      let now: Double
      let difference: Double
    }

    let screening: String
    let testDate: String
    let version: String
    let scores: [Line]
  }

  let homeLanguages: [String]
  /// Percent of waking hours.
  let englishExposure: Int?
  let monthsInEnglish: Int?
  let rawScores: [String: Double]
  /// `nil` when the definition is not at hand.
  let profile: [Section]?
  /// `nil` when there is none under the same major version.
  let earlier: Earlier?

  init(_ shown: ShowScreening.NotNormed, _ result: ScreeningResult?) {
    self.homeLanguages = shown.context.homeLanguages
    self.englishExposure = shown.context.englishExposure
    self.monthsInEnglish = shown.context.monthsInEnglish
    self.rawScores = Dictionary(
      (result?.scores ?? []).compactMap { score in score.number.map { (score.name.rawValue, $0) } },
      uniquingKeysWith: { first, _ in first })
    self.profile = shown.profile?.sections.map { section in
      func items(_ credit: ItemProfile.Credit) -> [Item] {
        section.items(credit).map {
          Item(item: $0.code.rawValue, words: $0.words, response: $0.response?.rawValue, language: $0.language)
        }
      }
      return Section(
        section: section.id.rawValue, title: section.title, full: items(.full), some: items(.some),
        none: items(.none), notGiven: items(.notGiven))
    }
    self.earlier = shown.earlier.map { earlier in
      Earlier(
        screening: earlier.screening.rawValue, testDate: "\(earlier.testDate)", version: earlier.version,
        scores: earlier.lines.map {
          Earlier.Line(score: $0.score, before: $0.before, now: $0.now, difference: $0.difference)
        })
    }
  }

  /// For people.
  var lines: [String] {
    var lines = ["not normed: no norm is applied, the tier is for a therapist to review"]
    let languages = self.homeLanguages.isEmpty ? "not stated" : self.homeLanguages.joined(separator: " ")
    let exposure = self.englishExposure.map { "\($0)% of waking hours" } ?? "not known"
    let months = self.monthsInEnglish.map { ", for \($0) months" } ?? ""
    lines.append("home languages \(languages); hears English \(exposure)\(months)")
    for section in self.profile ?? [] {
      lines.append("\(section.section) \(section.title)")
      for (label, items) in [
        ("full points", section.full), ("some points", section.some), ("no points", section.none),
        ("not given", section.notGiven),
      ] where !items.isEmpty {
        lines.append("  \(label)")
        lines += items.map { item in
          let words = item.words.isEmpty ? "" : "  \(item.words)"
          return "    \(item.item)\(words)\(item.language.map { "  (answered in \($0))" } ?? "")"
        }
      }
    }
    guard let earlier = self.earlier else {
      lines.append("no earlier result of this child under the same major version")
      return lines
    }
    lines.append(
      "own earlier result of \(earlier.testDate), screening \(earlier.screening), version \(earlier.version)")
    for line in earlier.scores {
      let sign = line.difference > 0 ? "+" : ""
      lines.append(
        "  \(line.score)  then \(Self.text(line.before)), now \(Self.text(line.now)), "
          + "\(sign)\(Self.text(line.difference))")
    }
    return lines
  }

  /// Without decimals where there are none.
  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\((number * 100).rounded() / 100)"
  }
}
