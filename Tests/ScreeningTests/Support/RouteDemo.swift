// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Three sections of five items worth 0 to 2, each for a year of age; amber from 4 points, green from 8.
enum RouteDemo {
  static let definition = Small.definition(
    [section("S1", 36, 47), section("S2", 48, 59), section("S3", 60, 71)],
    RouteScore.What.allCases.map { ($0.rawValue, .route(RouteScore($0))) }
  ) {
    $0.route = SectionRoute(
      sections: ["S1", "S2", "S3"].map { SectionID($0) },
      colours: ["red", "amber", "green"],
      cuts: ["S1", "S2", "S3"].map { SectionRoute.Cuts(section: SectionID($0), points: [4, 8]) },
      flags: [
        SectionRoute.Flag(sign: .twoAmberRunning, name: "specific"),
        SectionRoute.Flag(sign: .redAtOwnAge, name: "refer"),
        SectionRoute.Flag(sign: .noGreen, name: "lowest"),
      ])
    $0.bands = ["red", "amber", "green"].enumerated().map { index, colour in
      ScoreBand(
        id: BandID(colour), when: ScoreName("own-colour"), from: index == 0 ? nil : Double(index),
        below: index == 2 ? nil : Double(index + 1))
    }
    $0.tiers = [
      TierRule(tier: TierName("specialist"), condition: .or(.flag("refer"), .flag("lowest"))),
      TierRule(tier: TierName("watch"), condition: .and(.flag("specific"), .not(.flag("refer")))),
      TierRule(tier: TierName("targeted"), condition: .bandIn([BandID("amber"), BandID("red")])),
      TierRule(tier: TierName("universal"), condition: .bandIn([BandID("green")])),
    ]
  }

  static func section(_ id: String, _ lowest: Int, _ highest: Int) -> ScreenerSection {
    var section = OpenDemo.section(id, "obs", 5)
    section.ages = InclusiveRange(lowest, highest)
    section.items = section.items.enumerated().map { index, item in
      ScreenerItem(code: ItemCode("\(id)Q\(index + 1)"), text: item.text)
    }
    return section
  }

  /// `S3 ASONS` in pairs: a section and a key an item, `A` 2, `S` 1, `N` 0, `O` not observed, `.` blank.
  static func answers(_ text: String) -> ScreeningAnswers {
    let codes: [Character: String] = ["A": "ALW", "S": "SOM", "N": "NEV", "O": "NOB"]
    let words = text.split(separator: " ").map(String.init)
    var answers = ScreeningAnswers()
    for (section, keys) in zip(words, words.dropFirst()) where section.hasPrefix("S") && section.count == 2 {
      for (index, key) in keys.enumerated() {
        answers[ItemCode("\(section)Q\(index + 1)")] = codes[key].map { ResponseCode($0) }
      }
    }
    return answers
  }
}
