// SPDX-License-Identifier: Apache-2.0

import ScreenEntry
import Screening
import Testing
import Vocabulary

/// The second typing of a form.
@Suite struct FormCheckTests {
  private func typed(_ first: String, again: String) throws -> Bench {
    var bench = Bench(try Desk(1))
    bench.type("\ry" + first + "=" + again)
    return bench
  }

  @Test func typingsThatAgreeKeepNothingMore() throws {
    let bench = try self.typed("cciciiasosns", again: "cciciiasosns")
    #expect(bench.lines.contains(" typed twice: yes, both typings agree"))
    #expect(bench.desk.events[ChildID("c0")]?.count == 12)
  }

  @Test func differencesAreSettledOneByOneBeforeFinishing() throws {
    var bench = try self.typed("cciciiasosns", again: "cciciiasasnn")
    #expect(bench.lines.contains(" > E3: 1 the first typing, NOB; 2 the second typing, ALW"))
    bench.type("f")
    #expect(bench.desk.finished.isEmpty, "nothing is finished over an open difference")
    bench.type("2")
    #expect(bench.lines.contains(" > E6: 1 the first typing, SOM; 2 the second typing, NEV"))
    bench.type("1")
    #expect(bench.lines.contains(" typed twice: yes, 2 settled"))
    let answers = bench.program.sitting?.session.answers
    #expect(answers?[ItemCode("E3")] == ResponseCode("ALW"))
    #expect(answers?[ItemCode("E6")] == ResponseCode("SOM"))
    #expect(answers?.items.count == 12)
    #expect(bench.program.kept == bench.desk.events[ChildID("c0")])
    bench.type("f")
    #expect(bench.desk.finished == [ChildID("c0")])
  }

  @Test func aSettledAnswerThatOpensOtherItemsTakesThemFromTheSecondTyping() throws {
    // The first typing stops at U5 (three in a row); the second has U5 right and goes on to U8.
    var bench = try self.typed("iccii" + "asosns", again: "iccicciiasosns".prefix(4) + "cciiasosns")
    #expect(bench.lines.contains { $0.contains("U5") }, "\(bench.screen().text)")
    while bench.lines.contains(where: { $0.contains("which is right?") }) { bench.type("2") }
    let session = bench.program.sitting?.session
    #expect(session?.isComplete == true)
    #expect(session?.answers[ItemCode("U5")] == ResponseCode("C"))
    #expect(session?.answers[ItemCode("U8")] != nil)
    #expect(bench.program.kept == bench.desk.events[ChildID("c0")])
  }

  @Test func leavingTheCheckChangesNothing() throws {
    var bench = try self.typed("cciciiasosns", again: "iii/")
    #expect(bench.lines.contains(" typed twice: no"))
    #expect(bench.desk.events[ChildID("c0")]?.count == 12)
    bench.type("f")
    #expect(bench.desk.finished == [ChildID("c0")])
  }

  @Test func anAnswerTakenBackAfterTheCheckIsUncheckedAgain() throws {
    var bench = try self.typed("cciciiasosns", again: "cciciiasosns")
    bench.type("<s")
    #expect(bench.lines.contains(" typed twice: no"))
  }
}
