// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// What holds of every sitting, over random definitions and children.
@Suite struct EntryPropertyTests {
  /// What a person at the screen sees.
  struct Screen: Equatable {
    let prompt: EntryPrompt?
    let answers: ScreeningAnswers
    let closures: [SectionClosure]
    let progress: EntryProgress
    let standing: [String]

    init(_ session: EntrySession) {
      self.prompt = session.prompt
      self.answers = session.answers
      self.closures = session.closures
      self.progress = session.progress
      self.standing = session.standing
    }
  }

  static let adaptive = AdaptiveRule(
    score: ScoreName("theta"), stop: AdaptiveRule.Stop(standardError: 0.62, most: 7, least: 2),
    content: [
      AdaptiveRule.Share(domain: "odd", share: 0.5), AdaptiveRule.Share(domain: "even", share: 0.5),
    ], randomesque: 3)

  static func definition(_ mix: RandomChildren.Mix, _ children: inout RandomChildren) -> ScreenerDefinition {
    guard mix == .ability else { return children.definition(mix) }
    // An adaptive section between numbers and fixed items.
    return CatR.definition(.twoParameter, .expectedAPosteriori, adaptive: self.adaptive) {
      $0.sections = [Small.number] + $0.sections + [OpenDemo.section("E", "obs", 3)]
      $0.responses = [Small.numbers] + $0.responses + [OpenDemo.definition.responses[0]]
      $0.scores += [
        ScoreDeclaration(name: ScoreName("raw.n"), kind: Small.sum("N")),
        ScoreDeclaration(name: ScoreName("raw.e"), kind: Small.sum("E")),
      ]
    }
  }

  /// Answers each prompt as `given` says, skips where it says nothing, and checks every step on the way.
  static func sit(_ screener: PreparedScreener, months: Int, seed: UInt64, _ given: ScreeningAnswers) throws
    -> EntrySession
  {
    var session = try EntrySession(of: screener, atMonths: months, seed: seed)
    var open: [(entered: Int, atMost: Int)] = []
    while let prompt = session.prompt {
      let before = Screen(session)
      open.append((before.progress.entered, before.progress.openAtMost))
      let event = given[prompt.item].map { EntryEvent.answered(prompt.item, $0) } ?? .skipped(prompt.item)
      try session.take(event)
      var undone = session
      try undone.take(.wentBack)
      #expect(Screen(undone) == before)
      guard open.count % 6 == 0 else { continue }
      #expect(try EntrySession(of: screener, atMonths: months, seed: seed, replaying: undone.events) == undone)
    }
    for (entered, atMost) in open { #expect(session.progress.entered - entered <= atMost) }
    #expect(session.progress.openAtMost == 0)
    #expect(session.isComplete)
    #expect(session.closures.count == screener.definition.sections.count)
    #expect(try EntrySession(of: screener, atMonths: months, seed: seed, replaying: session.events) == session)
    return session
  }

  /// All answers on a form, or only those that were asked for: the child gets the same scores, band and tier.
  @Test(arguments: [RandomChildren.Mix.worked, .table, .route], 0..<20)
  func whatIsAskedIsWhatIsScored(_ mix: RandomChildren.Mix, _ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(1000 + seed))
    let screener = try PreparedScreener(Self.definition(mix, &children))
    for _ in 0..<8 {
      let given = children.answers(to: screener.definition)
      let months = 36 + children.random.below(36)
      let session = try Self.sit(screener, months: months, seed: 0, given)
      let asked = try screener.score(session.answers, in: OpenDemo.child(months: months))
      let all = try screener.score(given, in: OpenDemo.child(months: months))
      let place = "\(months) months: \(given.byItem)"
      #expect(asked.scores == all.scores, "\(place)")
      #expect(asked.band == all.band && asked.tier == all.tier, "\(place)")
      let ignored: Set<ScreeningFlag.Kind> = [.belowBasal, .afterCeiling, .offRoute, .sectionNotForAge]
      // Answers asked for in search of a basal can come to lie after the ceiling.
      #expect(
        asked.flags.filter { !ignored.contains($0.kind) } == all.flags.filter { !ignored.contains($0.kind) },
        "\(place)")
    }
  }

  @Test(arguments: 0..<12) func anAdaptiveSittingCanBeUndoneReplayedAndScored(_ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(2000 + seed))
    let screener = try PreparedScreener(Self.definition(.ability, &children))
    for _ in 0..<4 {
      var given = children.answers(to: screener.definition)
      given[ItemCode("N1")] = children.random.below(4) == 0 ? nil : ResponseCode("\(1 + children.random.below(160))")
      let draw = children.random.next()
      let session = try Self.sit(screener, months: 50, seed: draw, given)
      let again = try Self.sit(screener, months: 50, seed: draw, given)
      #expect(again == session)
      let asked = session.events.compactMap { event -> ItemCode? in
        switch event {
        case .answered(let item, _), .skipped(let item): item
        default: nil
        }
      }
      #expect(Set(asked).count == asked.count)
      #expect(asked.count { $0.rawValue.hasPrefix("B") } <= 7)
      let result = try screener.score(session.answers, in: OpenDemo.child(months: 50))
      let (theta, error) = (result.text("theta") ?? "", result.text("se") ?? "")
      // The ability last shown at the screen is the one that is scored.
      if let line = session.standing.first {
        let words = line.split(separator: " ").map(String.init)
        #expect(isClose(Double(words[2]), Double(theta) ?? .nan, within: 0.0051), "\(line) \(theta)")
        #expect(isClose(Double(words[4]), Double(error) ?? .nan, within: 0.0051), "\(line) \(error)")
      } else {
        #expect(theta.isEmpty)
      }
      #expect(result.number("raw.n") == given[ItemCode("N1")].flatMap { Double($0.rawValue) })
    }
  }
}
