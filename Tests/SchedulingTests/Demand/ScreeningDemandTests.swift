// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ScreeningDemandTests {
  typealias Samples = DemandSamples

  private func cohort(_ count: Int, at setting: SettingID = Samples.elm, by: String? = nil) throws
    -> DemandInputs.Cohort
  {
    DemandInputs.Cohort(
      id: CohortID("k"),
      setting: setting,
      year: .reception,
      unscreened: (0..<count).map { ChildID("c\(padded($0, to: 2))") },
      finishBy: by.flatMap { CivilDate($0) }
    )
  }

  /// 10 minutes a child, 10 to set up, 70 at most: 6 children a visit.
  @Test(arguments: [(1, [20]), (6, [70]), (7, [50, 40]), (13, [60, 50, 50]), (0, [])])
  func aCohortIsDividedIntoVisitsOfLikeLength(_ count: Int, _ minutes: [Int]) throws {
    let demand = try DerivedDemand(from: try Samples.inputs(cohorts: [try cohort(count)]))
    #expect(demand.visits.map(\.minutes) == minutes)
    #expect(demand.visits.flatMap(\.children).count == count)
    #expect(demand.visits.allSatisfy { $0.kind == "screen" && $0.slots == [["screen"]] })
  }

  @Test func theWorkIsSpreadOverTheWeeksLeft() throws {
    let demand = try DerivedDemand(from: try Samples.inputs(cohorts: [try cohort(30, by: "2026-12-18")]))
    #expect(demand.visits.flatMap(\.children).count == 10)
    #expect(
      demand.notes.map(\.text) == ["Reception: 10 of 30 children to be screened this week, 3 weeks left"]
    )
    #expect(demand.visits.first?.reason == "screening Reception, 30 children left, due by 2026-12-18")
    #expect(demand.visits.first?.weight == 200)
  }

  @Test func overdueScreeningWeighsMore() throws {
    let demand = try DerivedDemand(from: try Samples.inputs(cohorts: [try cohort(3, by: "2026-11-27")]))
    #expect(demand.visits.map(\.weight) == [300])
    #expect(demand.visits.first?.reason == "screening Reception, 3 children left, due by 2026-11-27, overdue")
  }

  @Test func aShortSessionTimeTakesFewerChildren() throws {
    let short = DemandInputs.Setting(id: Samples.elm, times: try WeekTimes(validating: "09:00-09:45"))
    let demand = try DerivedDemand(from: try Samples.inputs(cohorts: [try cohort(6)], settings: [short]))
    #expect(demand.visits.map(\.minutes) == [40, 40])
    #expect(demand.visits.allSatisfy { $0.windows.count == 5 })
  }

  @Test func aCohortThatCannotBeScreenedIsTold() throws {
    let none = try DerivedDemand(
      from: try Samples.inputs(pathway: try PathwaySamples.pathway(screening: nil), cohorts: [try cohort(3)])
    )
    #expect(none.notPlaced.map(\.reason) == [.notOffered])
    #expect(none.notPlaced.map(\.subject) == [.cohort(CohortID("k"))])
    let closed = try DerivedDemand(from: try Samples.inputs(week: "2026-W44", cohorts: [try cohort(3)]))
    #expect(closed.notPlaced.map(\.reason) == [.settingClosed])
    let nobody = try DerivedDemand(
      from: try Samples.inputs(cohorts: [try cohort(3)], staff: Array(Samples.team.suffix(1)))
    )
    #expect(nobody.notPlaced.map(\.reason) == [.noOneWithSkill])
  }

  /// The early programme screens again 12 weeks after its first week.
  @Test(arguments: [
    ("2026-W48", "2026-09-10", 0), ("2026-W49", "2026-09-10", 3), ("2026-W50", "2026-09-10", 3),
    ("2026-W50", "2026-12-01", 0),
  ])
  func childrenAreScreenedAgainWhenDue(_ week: String, _ screened: String, _ count: Int) throws {
    let progress = try Samples.running(since: "2026-W37", held: 10)
    let children = try (1...3).map {
      try Samples.child("c\($0)", "targeted", screened: screened, progress: progress)
    }
    let demand = try DerivedDemand(from: try Samples.inputs(children, week: week))
    let again = demand.visits.filter { $0.kind == "rescreen" }
    #expect(again.flatMap(\.children).count == count)
    #expect(again.allSatisfy { $0.reason == "screening again after a programme, 3 children" })
  }
}
