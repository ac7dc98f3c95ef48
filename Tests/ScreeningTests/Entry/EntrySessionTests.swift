// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct EntrySessionTests {
  /// Enters one key an item; `-` skips. Returns the items in the order they were put.
  static func enter(_ keys: String, into session: inout EntrySession) throws -> [String] {
    var items: [String] = []
    for key in keys {
      items.append(try #require(session.prompt?.item.rawValue))
      if key == "-" { try session.skip() } else { try session.answer(key: key) }
    }
    return items
  }

  @Test(
    arguments: [
      (50, "CCCCCC", ["U3", "U4", "U5", "U6", "U7", "U8"]),
      // U4 wrong: back to U2, then on from U5.
      (50, "CICCCCC", ["U3", "U4", "U2", "U5", "U6", "U7", "U8"]),
      // U3 wrong: back at once.
      (50, "ICCCCCCC", ["U3", "U2", "U1", "U4", "U5", "U6", "U7", "U8"]),
      (50, "IIII", ["U3", "U2", "U1", "E1"]),
      // A skipped item is no success.
      (50, "-CCC", ["U3", "U2", "U1", "U4"]),
      (40, "CC", ["U1", "U2"]),
      // Three failures end the section.
      (50, "CCIIINS", ["U3", "U4", "U5", "U6", "U7", "E1", "E2"]),
    ] as [(Int, String, [String])]
  )
  func itemsComeUpAsTheDefinitionSays(_ months: Int, _ keys: String, _ items: [String]) throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: months)
    // In section E keys are those of `obs`: the case that gets there uses them.
    let typed = items.contains("E1") && keys == "IIII" ? "IIIA" : keys
    #expect(try Self.enter(typed, into: &session) == items)
  }

  @Test func promptsSayWhyAndWithWhichKeys() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    let first = try #require(session.prompt)
    #expect(first.because == "U starts at U3 for 50 months")
    #expect(first.choices.map { "\($0.key) \($0.code)" } == ["C C", "I I", "N NR", "A NA"])
    #expect(first.choices.map(\.points) == [1, 0, 0, nil])
    try session.answer(key: "c")
    #expect(session.prompt?.because == nil)
    try session.answer(key: "I")
    #expect(session.prompt?.item == ItemCode("U2"))
    #expect(session.prompt?.because == "stepping back: no 2 in a row from U3")
  }

  @Test func closedSectionsSayWhy() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    #expect(session.closures == [])
    _ = try Self.enter("CCIII", into: &session)
    #expect(
      session.closures.map(\.description) == [
        "U stops at U7: ceiling of 3 in a row; U8 counts 0; U1, U2 credited"
      ]
    )
    _ = try Self.enter("ASONSS", into: &session)
    #expect(session.closures.last?.description == "E is complete")
    #expect(session.isComplete)
    #expect(session.prompt == nil)
  }

  @Test func progressCountsWhatMayStillComeUp() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    #expect(session.progress.openAtMost == 14)
    _ = try Self.enter("CC", into: &session)
    #expect(session.progress.entered == 2)
    #expect(session.progress.openAtMost == 10)
    _ = try Self.enter("III", into: &session)
    #expect(session.progress.openAtMost == 6)
    #expect(session.progress.sectionsDone == 1)
    try session.take(.finished)
    #expect(session.progress.openAtMost == 0)
  }

  @Test func goingBackTakesTheLastAnswerAway() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    try session.answer(key: "C")
    try session.answer(key: "I")
    #expect(session.prompt?.item == ItemCode("U2"))
    try session.take(.wentBack)
    #expect(session.prompt?.item == ItemCode("U4"))
    try session.answer(key: "C")
    #expect(session.prompt?.item == ItemCode("U5"))
    #expect(session.answers == answers("U3 C U4 C"))
    #expect(session.events.count == 4)
  }

  @Test func thereIsNoGoingBackBeforeTheFirstItem() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    let fault = #expect(throws: Fault.self) { try session.take(.wentBack) }
    #expect(fault?.code == .entryOutOfTurn)
    #expect(session.events == [])
  }

  @Test func anEventOutOfTurnChangesNothing() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    let before = session
    let other = #expect(throws: Fault.self) { try session.take(.answered(ItemCode("U5"), ResponseCode("C"))) }
    #expect(other?.message == "item U5 was answered, but item U3 is next")
    let code = #expect(throws: Fault.self) {
      try session.take(.answered(ItemCode("U3"), ResponseCode("ALW")))
    }
    #expect(code?.message == "item U3 takes C, I, NR, NA")
    let key = #expect(throws: Fault.self) { try session.answer(key: "x") }
    #expect(key?.message == "item U3 has no such key")
    #expect(key?.hint == "type C for C, I for I, N for NR, A for NA")
    #expect(session == before)
  }

  @Test func aFinishedEntryTakesNothingMore() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    try session.answer(key: "C")
    try session.take(.finished)
    #expect(session.isFinished)
    #expect(session.prompt == nil)
    #expect(throws: Fault.self) { try session.take(.wentBack) }
    #expect(throws: Fault.self) { try session.skip() }
    #expect(session.answers == answers("U3 C"))
  }

  @Test func aPauseIsLeftByTheNextEvent() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    try session.take(.paused)
    #expect(session.isPaused)
    try session.answer(key: "C")
    #expect(!session.isPaused)
  }

  @Test func notesStayWithTheItemThatWasNext() throws {
    var session = try EntrySession(of: OpenDemo.screener(), atMonths: 50)
    try session.answer(key: "C")
    try session.take(.noted("noisy room"))
    #expect(session.notes.map(\.item) == [ItemCode("U4")])
    #expect(session.notes.map(\.text) == ["noisy room"])
    #expect(session.prompt?.item == ItemCode("U4"))
  }

  @Test(arguments: [35, 72]) func anAgeTheScreenerRefusesCannotBeEntered(_ months: Int) throws {
    let screener = try OpenDemo.screener()
    let fault = #expect(throws: Fault.self) { try EntrySession(of: screener, atMonths: months) }
    #expect(fault?.code == .ageOutside)
    #expect(fault?.message == "elsec.open-demo is for 36 to 71 months; the child is \(months) months")
  }

  @Test func aSectionForOtherAgesIsPassedOver() throws {
    var definition = OpenDemo.definition
    definition.sections[0].ages = InclusiveRange(36, 47)
    definition.administer[0].start.removeLast()
    let session = try EntrySession(of: PreparedScreener(definition), atMonths: 50)
    #expect(session.prompt?.item == ItemCode("E1"))
    #expect(session.closures.map(\.description) == ["U is not for this age"])
  }
}
