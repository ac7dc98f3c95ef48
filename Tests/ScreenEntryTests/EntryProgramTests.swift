// SPDX-License-Identifier: Apache-2.0

import ScreenEntry
import Screening
import Testing
import Vocabulary

/// Keys in, screens and speech out.
@Suite struct EntryProgramTests {
  /// The worked case: ceiling, prorating, twelve answers.
  static let answers = "cciciiasosns"

  @Test func aChildTakesSixteenKeysFromTheListToTheNextChild() throws {
    var bench = Bench(try Desk())
    bench.type("\ry" + Self.answers + "f")
    #expect(bench.presses == 15)
    #expect(bench.desk.finished == [ChildID("c0")])
    bench.type("\r")
    #expect(bench.presses == 16)
    #expect(bench.lines.contains("  child     c1"), "the next child is asked for at once")
  }

  @Test func theListOnTheScreen() throws {
    var desk = try Desk(2)
    desk.children += [
      Desk.child("c2", "Bo", .done(Desk.today, tier: "targeted")), Desk.child("c3", "Cy", .partEntered(4)),
      Desk.child("c4", "Di", .notScreened(Desk.today, .absent)), Desk.child("c5", "Ed", .optedOut(Desk.today)),
      Desk.child("c6", "Fay", .outsideAge(98)), Desk.child("c7", "Zoë 山田", .notScreened(Desk.today, .declined)),
    ]
    let bench = Bench(desk)
    #expect(
      bench.screen().text == """
         Oak Nursery
         elsec.open-demo   baseline   2026-11-30
        --------------------------------------------------------------------------------
         8 children: 2 to do, 1 part entered, 1 done, 1 absent, 1 not screened, 1 opted
         out, 1 outside age
         shown: all

        > Ann0 Made-Up               2022-09-15 c0        . to do
          Ann1 Made-Up               2022-09-15 c1        . to do
          Bo Made-Up                 2022-09-15 c2        x done 2026-11-30, targeted
          Cy Made-Up                 2022-09-15 c3        ~ part entered, 4 items kept
          Di Made-Up                 2022-09-15 c4        - absent 2026-11-30
          Ed Made-Up                 2022-09-15 c5        # opted out 2026-11-30
          Fay Made-Up                2022-09-15 c6        ! outside age, 98 months
          Zoë 山田 Made-Up           2022-09-15 c7        = declined 2026-11-30







        --------------------------------------------------------------------------------
         enter answers   - not screened   letters search   tab filter   ? help   / quit
        """)
  }

  @Test func anItemOnTheScreenWithItsRulesAsTheyRun() throws {
    var bench = Bench(try Desk())
    bench.type("\rycc" + "ii")
    #expect(
      bench.screen().text == """
         Ann0 Made-Up   born 2022-09-15   c0
         elsec.open-demo 1.2.0   baseline   2026-11-30   50 months
        --------------------------------------------------------------------------------
         U  Section U                     section 1 of 2   4 kept, at most 8 to come

         U7  item 7

             [C] C  [I] I  [N] NR  [A] NA

         Rules
           start: U3, for 50 months
           basal: found, 2 of 2 in a row (C) from U3; U1, U2 credited
           ceiling: 2 of 3 in a row (I, NR)
         So far
           U: U3 C, U4 C, U5 I, U6 I





         > I (U6 kept)

        --------------------------------------------------------------------------------
         - skip  < back  + note  @ language  = so far  ? help  / list, go on later
        """)
    bench.type("i")
    #expect(bench.lines.contains("   closed: U stops at U7: ceiling of 3 in a row; U8 counts 0; U1, U2 credited"))
  }

  @Test func optedOutDoneAndTooOldAreListedAndNotOpened() throws {
    var desk = try Desk(0)
    desk.children = [
      Desk.child("c0", "Bo", .done(Desk.today, tier: nil)), Desk.child("c1", "Ed", .optedOut(Desk.today)),
      Desk.child("c2", "Fay", .outsideAge(98)),
    ]
    var bench = Bench(desk)
    for reason in ["screened on 2026-11-30 already", "opted out on 2026-11-30", "98 months is outside"] {
      bench.press(.enter)
      #expect(bench.lines.contains { $0.hasPrefix(" ! ") && $0.contains(reason) }, "\(bench.screen().text)")
      #expect(bench.said.contains(reason))
      bench.press(.down)
    }
    #expect(bench.desk.events.isEmpty && bench.program.sitting == nil)
  }

  @Test func searchingFindsByTheBeginningOfAnyWordWithoutAccents() throws {
    var desk = try Desk(12)
    desk.children += [Desk.child("c12", "Zoë"), Desk.child("c13", "Łukasz")]
    var bench = Bench(desk)
    for (searched, id) in [("zoe", "c12"), ("lukasz made", "c13"), ("c7", "c7")] {
      bench.type(searched)
      #expect(bench.lines.contains { $0.hasPrefix("> ") && $0.contains(" \(id) ") }, "\(searched)")
      bench.press(.escape)
    }
    bench.type("nobody\r")
    #expect(bench.lines.contains("   no child"))
    #expect(bench.lines.contains { $0.hasPrefix(" ! no child is selected") })
  }

  @Test func anAbsentChildIsRecordedWithTwoKeysAndTheNextIsChosen() throws {
    var bench = Bench(try Desk())
    bench.type("-a")
    #expect(bench.desk.recorded == [ChildID("c0"): .absent])
    #expect(bench.lines.contains { $0.hasPrefix("> Ann1") })
    #expect(bench.lines.contains { $0.contains("1 absent") })
    bench.type("-x<")
    #expect(bench.desk.recorded.count == 1)
  }

  @Test func undoTakesBackAnythingUpToTheFirstAnswer() throws {
    var bench = Bench(try Desk())
    bench.type("\ry" + Self.answers)
    #expect(bench.lines.contains(" Every section is done. Finish?"))
    for left in (0..<12).reversed() {
      bench.type("<")
      #expect(bench.program.sitting?.session.progress.entered == left)
    }
    bench.type("<")
    #expect(bench.lines.contains { $0.hasPrefix(" ! there is nothing to go back to") })
    #expect(bench.desk.events[ChildID("c0")]?.count == 24)
    #expect(bench.program.kept == bench.desk.events[ChildID("c0")])
  }

  @Test(arguments: 0...12)
  func leavingAndComingBackGivesTheSameItem(_ typed: Int) throws {
    var bench = Bench(try Desk())
    bench.type("\ry" + Self.answers.prefix(typed))
    let before = bench.program.sitting?.session
    bench.type("/")
    #expect(bench.program.sitting == nil)
    #expect(bench.lines.contains { typed == 0 ? $0.contains(". to do") : $0.contains("part entered, \(typed) item") })
    bench.type("\ry")
    #expect(bench.program.sitting?.session == before)
    var other = Bench(bench.desk, child: "c0")
    other.type("y")
    #expect(other.program.sitting?.session == before)
  }

  @Test func aRefusedAnswerIsNeverShownAsKept() throws {
    var bench = Bench(try Desk())
    bench.type("\ryc")
    bench.desk.refusals = [true]
    bench.type("c")
    #expect(bench.program.kept.count == 1)
    #expect(bench.lines.contains { $0.hasPrefix(" ! not kept: the store is busy; maybe: try again") })
    #expect(!bench.said.contains("U4 kept"))
    bench.type("c")
    #expect(bench.said.contains("(U4 kept)"))
  }

  @Test func whatAnotherPersonTypedMeanwhileIsShownNotOverwritten() throws {
    var bench = Bench(try Desk())
    bench.type("\ryc")
    bench.desk.events[ChildID("c0")]?.append(.answered(ItemCode("U4"), ResponseCode("I")))
    bench.type("c")
    #expect(bench.lines.contains { $0.hasPrefix(" ! not kept: somebody else has typed") })
    #expect(bench.program.kept == bench.desk.events[ChildID("c0")])
    #expect(bench.program.kept.last == .answered(ItemCode("U4"), ResponseCode("I")))
  }

  @Test func aNoteIsKeptAndShown() throws {
    var bench = Bench(try Desk())
    bench.type("\ryc+looked away")
    #expect(bench.lines.contains("  looked away_"))
    bench.type("\r=")
    #expect(bench.program.kept.last == .noted("looked away"))
    #expect(bench.lines.contains("   note at U4: looked away"))
  }

  @Test func helpIsShownOverAnyScreenAndTakesTheNextKey() throws {
    var bench = Bench(try Desk())
    bench.type("\ryc?")
    #expect(bench.lines.contains("Keys"))
    bench.type("c")
    #expect(bench.program.kept.count == 1, "the key only closed the help")
    bench.type("c")
    #expect(bench.program.kept.count == 2)
  }

  @Test func anItemWithManyResponsesIsTypedAsItsCode() throws {
    var definition = OpenDemo.definition
    definition.responses[1] = OpenDemo.responses("try", (10..<36).map { (Self.code($0), $0) })
    definition.administer = []
    definition.scores[2].kind = .add(
      AddScore(scores: [ScoreName("raw.u"), ScoreName("raw.e")], range: InclusiveRange(80, 292)))
    var bench = Bench(try Desk(1, definition))
    bench.type("\ryz")
    #expect(bench.program.kept.isEmpty)
    bench.type("\r")
    #expect(bench.program.kept.last == .answered(ItemCode("U1"), ResponseCode("Z")))
    bench.type("xx\r")
    #expect(bench.lines.contains { $0.hasPrefix(" ! U2 takes A to Z") })
  }

  @Test func aNumberIsTypedAndEndedByEnter() throws {
    var definition = OpenDemo.definition
    definition.responses[1] = ResponseSet(id: ResponseSetID("try"), numbers: InclusiveRange(40, 160))
    definition.administer = []
    definition.scores[2].kind = .add(
      AddScore(scores: [ScoreName("raw.u"), ScoreName("raw.e")], range: InclusiveRange(320, 1292)))
    var bench = Bench(try Desk(1, definition))
    bench.type("\ry087\r")
    #expect(bench.program.kept == [.answered(ItemCode("U1"), ResponseCode("87"))])
    bench.type("39\r")
    #expect(bench.lines.contains { $0.hasPrefix(" ! U2 takes 40 to 160") })
    bench.type("16")
    bench.press(.backspace)
    bench.type("00\r")
    #expect(bench.program.kept.last == .answered(ItemCode("U2"), ResponseCode("100")))
  }

  @Test func answersStayInTheLanguageTheyWereGivenInAlsoWhenADifferenceIsSettled() throws {
    var bench = Bench(try Desk(1))
    bench.type("\rycci@pol\r")
    #expect(bench.program.kept.last == .spoke("POL"))
    #expect(bench.lines.contains { $0.hasSuffix("answers in POL") })
    bench.type("ci@\riasosns")
    #expect(bench.lines.contains { $0.contains("U6 C in POL, U7 I in POL, U8 I") })
    let before = bench.program.sitting?.session.answers
    bench.type("=ccnciiasosns2")
    var wanted = before
    wanted?[ItemCode("U5")] = ResponseCode("NR")
    #expect(bench.program.sitting?.session.answers == wanted)
    #expect(wanted?.languages == [ItemCode("U6"): "POL", ItemCode("U7"): "POL"])
    bench.type("<@xx\r")
    #expect(bench.lines.contains { $0.hasPrefix(" ! ") }, "XX is no census code")
  }

  private static func code(_ number: Int) -> String { String(number, radix: 36, uppercase: true) }
}
