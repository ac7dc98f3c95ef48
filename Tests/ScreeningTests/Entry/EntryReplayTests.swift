// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct EntryReplayTests {
  /// A sitting with random answers, skips, steps back, notes and pauses, to the end.
  static func sitting(_ screener: PreparedScreener, months: Int, _ random: inout SeededGenerator) throws
    -> EntrySession
  {
    var session = try EntrySession(of: screener, atMonths: months)
    while let prompt = session.prompt {
      switch random.below(12) {
      case 0 where session.progress.entered > 0: try session.take(.wentBack)
      case 1: try session.take(.noted("…"))
      case 2: try session.take(.paused)
      case 3: try session.skip()
      default: try session.answer(key: prompt.choices[random.below(prompt.choices.count)].key)
      }
    }
    return session
  }

  @Test(arguments: 0..<30) func replayingTheEventsGivesTheSameSession(_ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(seed))
    let screener = try PreparedScreener(children.definition())
    for _ in 0..<10 {
      let months = 36 + children.random.below(36)
      let session = try Self.sitting(screener, months: months, &children.random)
      for count in [session.events.count, session.events.count / 2] {
        let events = Array(session.events.prefix(count))
        let again = try EntrySession(of: screener, atMonths: months, replaying: events)
        #expect(again.events == events)
        if count == session.events.count { #expect(again == session) }
      }
    }
  }

  @Test(arguments: 0..<30) func whatWasEnteredScoresLikeTheFullFormWithoutItemsNeverGiven(_ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(seed) &+ 1000)
    let definition = children.definition()
    let screener = try PreparedScreener(definition)
    for _ in 0..<20 {
      let months = 36 + children.random.below(36)
      let full = children.answers(to: definition)
      var session = try EntrySession(of: screener, atMonths: months)
      while let item = session.prompt?.item {
        if let code = full[item] { try session.take(.answered(item, code)) } else { try session.skip() }
      }
      let context = OpenDemo.child(months: months)
      let entered = try screener.score(session.answers, in: context)
      let direct = try screener.score(full, in: context)
      #expect(entered.scores == direct.scores)
      #expect(entered.tier == direct.tier)
      // The session puts no item that the full form then has to ignore, except below a reversed ceiling.
      #expect(!entered.flags.map(\.description).contains("below-basal:U"))
    }
  }
}
