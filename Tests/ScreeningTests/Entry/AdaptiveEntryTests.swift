// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AdaptiveEntryTests {
  /// A maximum-information EAP path of catR 3.17: item, answer, ability and standard error after it.
  static let path: [(item: Int, score: Int, theta: Double, error: Double)] = [
    (4, 1, 0.47161099646, 0.83775673514), (7, 0, 0.22660563679, 0.74519568239), (5, 1, 0.47573640795, 0.69800089055),
    (6, 0, 0.28543748662, 0.66373284675), (8, 0, 0.21173386765, 0.64003304283), (2, 1, 0.27835330318, 0.6169714881),
    (3, 1, 0.36244145071, 0.60372219535), (1, 1, 0.39668919647, 0.59533341788),
  ]

  static func screener(_ stop: AdaptiveRule.Stop, randomesque: Int = 1, cut: Double? = nil) throws -> PreparedScreener {
    let rule = AdaptiveRule(score: ScoreName("theta"), stop: stop, randomesque: randomesque)
    return try PreparedScreener(
      CatR.definition(.twoParameter, .expectedAPosteriori, adaptive: rule) {
        guard let cut else { return }
        $0.bands = [
          ScoreBand(id: BandID("low"), when: ScoreName("theta"), below: cut),
          ScoreBand(id: BandID("well"), when: ScoreName("theta"), from: cut),
        ]
      })
  }

  @Test func itemsComeUpInTheOrderOfCatR() throws {
    let screener = try Self.screener(AdaptiveRule.Stop(most: 8))
    var session = try EntrySession(of: screener, atMonths: 50)
    #expect(session.standing == [])
    for (index, step) in Self.path.enumerated() {
      #expect(session.prompt?.item == ItemCode("B\(step.item)"))
      #expect(session.prompt?.because?.hasPrefix("says most about this child now (information ") == true)
      #expect(session.progress.openAtMost == 8 - index)
      try session.answer(key: step.score == 1 ? "Y" : "N")
      let result = try screener.score(session.answers, in: OpenDemo.child(months: 50))
      #expect(abs((result.number("theta") ?? .nan) - step.theta) < 2e-4)
      #expect(abs((result.number("se") ?? .nan) - step.error) < 2e-4)
    }
    #expect(session.prompt == nil)
    #expect(session.closures.map(\.description) == ["B stops: 8 items asked, at most 8"])
    #expect(session.standing == ["B: ability 0.40 ± 0.60 after 8 answers; 8 items asked, at most 8"])
  }

  @Test func standingSaysWhatIsFoundSoFar() throws {
    var session = try EntrySession(of: Self.screener(AdaptiveRule.Stop(standardError: 0.7, most: 8)), atMonths: 50)
    var lines: [String] = []
    for step in Self.path.prefix(3) {
      try session.answer(key: step.score == 1 ? "Y" : "N")
      lines += session.standing
    }
    #expect(
      lines == [
        "B: ability 0.47 ± 0.84 after 1 answer; the tier is not clear yet",
        "B: ability 0.23 ± 0.75 after 2 answers; the tier is not clear yet",
        "B: ability 0.48 ± 0.70 after 3 answers; precise enough: standard error 0.70, 0.7 asked for",
      ])
    #expect(session.prompt == nil)
  }

  /// 0.2266 ± 1.6449 · 0.7452 is −1.00 to 1.45, which a cut at 1.5 lies above and one at 1.45 does not.
  @Test func theSectionEndsOnceTheTierIsClear() throws {
    let stop = AdaptiveRule.Stop(most: 8, least: 2, clear: 0.90)
    var session = try EntrySession(of: Self.screener(stop, cut: 1.5), atMonths: 50)
    try session.answer(key: "Y")
    #expect(session.prompt?.item == ItemCode("B7"))
    try session.answer(key: "N")
    #expect(session.prompt == nil)
    #expect(
      session.closures.map(\.description) == ["B stops: the tier is clear, low: -1.00 to 1.45 at 90% holds no cut"])
    var other = try EntrySession(of: Self.screener(stop, cut: 1.45), atMonths: 50)
    try other.answer(key: "Y")
    try other.answer(key: "N")
    #expect(other.prompt?.item == ItemCode("B5"))
  }

  @Test func aSkippedItemIsNotAskedAgainAndCountsAsAsked() throws {
    var session = try EntrySession(of: Self.screener(AdaptiveRule.Stop(most: 2)), atMonths: 50)
    try session.skip()
    #expect(session.standing == [])
    let second = try #require(session.prompt?.item)
    #expect(second != ItemCode("B4"))
    try session.answer(key: "Y")
    #expect(session.closures.map(\.description) == ["B stops: 2 items asked, at most 2"])
  }

  @Test func theSeedDrawsAmongTheBestAndNothingElseDoes() throws {
    let screener = try Self.screener(AdaptiveRule.Stop(most: 8), randomesque: 3)
    func order(_ seed: UInt64) throws -> [ItemCode] {
      var session = try EntrySession(of: screener, atMonths: 50, seed: seed)
      var items: [ItemCode] = []
      while let prompt = session.prompt {
        items.append(prompt.item)
        try session.answer(key: items.count % 2 == 0 ? "N" : "Y")
      }
      return items
    }
    let orders = try (0..<20).map { try order($0) }
    #expect(try orders == (0..<20).map { try order($0) })
    // At ability 0 items 4, 5 and 7 say most: a²·P·(1 − P) is 0.678, 0.302 and 0.260; item 2 follows with 0.203.
    #expect(Set(orders.map { $0[0] }) == Set(["B4", "B5", "B7"].map { ItemCode($0) }))
  }
}
