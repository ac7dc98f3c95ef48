// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

struct RotaPageContentTests {
  @Test func aDayIsLaidOutWithTravelAndBreak() throws {
    let content = try SmallWeek().content()
    let day = try #require(content.people[0].days[0])
    let lines = day.stretches.map { stretch in
      switch stretch.what {
      case .visit(let visit, _, _, let others): "\(stretch.start)-\(stretch.end) \(visit) \(others)"
      case .travel(let from, let to): "\(stretch.start)-\(stretch.end) \(from)>\(to)"
      case .rest: "\(stretch.start)-\(stretch.end) rest"
      }
    }
    // From v1 (600-640) 15 minutes to v2 (780): wholly after the break, 730-760, there is room.
    #expect(
      lines == [
        "590-600 base>s1", "600-640 v1 []", "730-760 rest", "765-780 s1>s2", "780-840 v2 [\"Ben\"]",
        "840-860 s2>base",
      ]
    )
    #expect(day.visitMinutes == 100)
    #expect(day.travelMinutes == 45)
  }

  @Test(arguments: [(780, 780), (775, 775), (774, 730), (760, 730)])
  func travelStandsBeforeABreakThatLeavesNoRoomAfter(_ start: Int, _ end: Int) throws {
    // The break is from 730 to 760, the travel takes 15 minutes.
    let small = try SmallWeek()
    let answer = RotaAnswer(
      problem: "small",
      assignments: [
        small.answer.assignments[1],
        .init(visit: VisitID("v3"), staff: [StaffID("p1")], day: 0, start: start),
      ],
      breaks: [.init(staff: StaffID("p1"), day: 0, start: 730)]
    )
    let content = RotaPageContent(
      area: "A",
      problem: small.problem,
      answer: answer,
      publication: "",
      travelStatement: ""
    )
    let day = try #require(content.people[0].days[0])
    let travel = day.stretches.filter { $0.what == .travel(from: PlaceID("s1"), to: PlaceID("s2")) }
    #expect(travel.map(\.end) == [end])
  }

  @Test func daysOffAndFreeDaysDiffer() throws {
    let content = try SmallWeek().content()
    #expect(content.people[0].days[1]?.stretches.isEmpty == true)
    #expect(content.people[0].days[2] == nil)
    #expect(content.days.map(\.description).last == "2026-12-04")
    #expect(content.week.description == "2026-W49")
  }

  @Test func sumsAreOfTheWeek() throws {
    let person = try SmallWeek().content().people[0]
    #expect(
      (person.visitCount, person.visitMinutes, person.travelMinutes, person.shiftMinutes) == (2, 100, 45, 960)
    )
  }

  @Test func basesAreMarkedAndLeftOutVisitsAreTold() throws {
    let content = try SmallWeek().content()
    #expect(content.places.map(\.isBase) == [true, false, false])
    #expect(content.leftOut.map(\.reason) == ["no one is free"])
    #expect(content.leftOut.first?.minutes == 45)
  }
}
