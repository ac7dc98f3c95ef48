// SPDX-License-Identifier: Apache-2.0

import Exchange
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
    #expect(
      lines == [
        "590-600 base>s1", "600-640 v1 []", "640-655 s1>s2", "730-760 rest", "780-840 v2 [\"Ben\"]",
        "840-860 s2>base",
      ]
    )
    #expect(day.visitMinutes == 100)
    #expect(day.travelMinutes == 45)
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
