// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

@Suite struct RotaAnswerFileTests {
  static let text = """
    {"assignments":[{"day":0,"staff":["p1","p2"],"start":"09:15","visit":"v/1"}],"bound":118,\
    "breaks":[{"day":0,"staff":"p1","start":"12:00"}],"cost":123,"format":"elsec-rota-answer/1",\
    "problem":"telford-week-1","unassigned":[{"reason":"no one \\"is\\" free","visit":"v2"}]}

    """

  static let answer = RotaAnswer(
    problem: "telford-week-1",
    assignments: [RotaAnswer.Assignment(visit: "v/1", staff: ["p1", "p2"], day: 0, start: 555)],
    breaks: [RotaAnswer.Rest(staff: "p1", day: 0, start: 720)],
    unassigned: [RotaAnswer.LeftOut(visit: "v2", reason: "no one \"is\" free")],
    cost: 123,
    bound: 118
  )

  @Test func theBytesAreFixed() throws {
    #expect(try String(decoding: RotaAnswerFile.encode(Self.answer), as: UTF8.self) == Self.text)
    #expect(try RotaAnswerFile.decode(Array(Self.text.utf8)) == Self.answer)
  }

  @Test func onlyTheFormatIsRequired() throws {
    let answer = try RotaAnswerFile.decode(Array(#"{"format":"elsec-rota-answer/1","made_by":"hand"}"#.utf8))
    #expect(answer == RotaAnswer(problem: "", assignments: []))
    let bytes = try RotaAnswerFile.encode(answer)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("cost"))
  }

  @Test(arguments: [
    (#"{"format":"elsec-rota/1"}"#, "the format is 'elsec-rota/1', not 'elsec-rota-answer/1'"),
    (#"{"format":"elsec-rota-answer/1","cost":1.5}"#, "cost is not a whole number in range"),
    (
      #"{"format":"elsec-rota-answer/1","breaks":[{"staff":"p","day":0,"start":720}]}"#,
      "breaks[0].start is not text"
    ),
    (
      #"{"format":"elsec-rota-answer/1","assignments":[{"visit":"v","staff":"p","day":0,"start":"09:00"}]}"#,
      "assignments[0].staff is not a list"
    ),
    (
      #"{"format":"elsec-rota-answer/1","assignments":[{"visit":"v","staff":["p"],"day":0,"start":"9am"}]}"#,
      "assignments[0].start is not HH:MM"
    ),
    (
      #"{"format":"elsec-rota-answer/1","assignments":[{"visit":7,"staff":["p"],"day":0,"start":"09:00"}]}"#,
      "assignments[0].visit is not text"
    ),
    ("", "the file is not JSON from line 1, column 1 on"),
    ("{\"a\":01}", "the file is not JSON from line 1, column 7 on"),
    ("null", "the file is null, not an object"),
  ])
  func aBadValueIsNamedByItsPath(_ text: String, _ message: String) {
    let fault = #expect(throws: Fault.self) { try RotaAnswerFile.decode(Array(text.utf8)) }
    #expect(fault?.message == message)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func whatIsWrittenIsReadBackEqual(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func id() -> String { ["v1", "é/ü", "a \"b\"", "\u{1F600}", "\\n\n", "7"][random.below(6)] }
    let answer = RotaAnswer(
      problem: id(),
      assignments: (0..<random.below(5)).map { _ in
        RotaAnswer.Assignment(
          visit: VisitID(id()),
          staff: (0..<random.below(4)).map { _ in StaffID(id()) },
          day: random.below(9) - 4,
          start: random.below(1_441)
        )
      },
      breaks: (0..<random.below(5)).map { _ in
        RotaAnswer.Rest(staff: StaffID(id()), day: random.below(9), start: random.below(1_441))
      },
      unassigned: (0..<random.below(5)).map { _ in
        RotaAnswer.LeftOut(visit: VisitID(id()), reason: id())
      },
      cost: random.below(2) == 0 ? nil : random.below(1_000_000),
      bound: random.below(2) == 0 ? nil : -3
    )
    #expect(try RotaAnswerFile.decode(RotaAnswerFile.encode(answer)) == answer)
  }
}
