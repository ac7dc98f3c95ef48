// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// On the week of ``Small``: base to s1 is 12 minutes out and 13 back, base to s2 20 and 20.
@Suite struct RotaHistoryTests {
  static func rules(_ set: (inout CarryOver.Fairness) -> Void = { _ in }) -> CarryOver.Fairness {
    var rules = CarryOver.Fairness()
    rules.lastVisitAfter = 840
    rules.homeAfter = 850
    rules.farMinutes = 20
    set(&rules)
    return rules
  }

  static func week(
    _ name: String, _ visits: [RotaProblem.Visit], _ placed: [RotaAnswer.Assignment], notHeld: Set<VisitID> = [],
    staff: [RotaProblem.Staff] = [Small.person("p1"), Small.person("p2")]
  ) throws -> PastWeek {
    let series = Set(visits.compactMap(\.series)).sorted().map { RotaProblem.Series(id: $0) }
    let problem = try Small.problem(visits, staff: staff, series: series)
    return PastWeek(
      week: try DemandSamples.week(name), problem: problem, answer: Small.answer(problem, placed), notHeld: notHeld)
  }

  /// Monday: s1 then s2, home at 14:20. Tuesday: s1 alone.
  @Test func drivesLateFinishesAndHardSettingsAreCounted() throws {
    let visits = [Small.visit("a"), Small.visit("b", at: "s2"), Small.visit("c")]
    let past = try Self.week(
      "2026-W49", visits,
      [Small.at("a", 720), Small.at("b", 810), Small.at("c", day: 1, 600)])
    let history = RotaHistory([past], rules: Self.rules())
    #expect(
      history.loads["p1"]
        == CarriedLoad(shiftMinutes: 2400, driveMinutes: 12 + 10 + 20 + 12 + 13, lateFinishes: 1, hardVisits: 1))
    #expect(history.loads["p2"] == CarriedLoad(shiftMinutes: 2400))
    #expect(history.loads["p1"]?.per100Hours(\.lateFinishes) == 250, "1 in 40 hours")
    #expect(CarriedLoad().per100Hours(\.driveMinutes) == nil)
  }

  @Test(
    arguments: [
      // The visit ends at 14:00 and the person is home at 14:13.
      (840, 853, 0), (839, 853, 1), (840, 852, 1), (1440, 1440, 0),
    ])
  func aDayEndsLateByItsLastVisitOrByTheJourneyHome(_ visit: Int, _ home: Int, _ late: Int) throws {
    let past = try Self.week("2026-W49", [Small.visit("a")], [Small.at("a", 810)])
    let rules = Self.rules {
      $0.lastVisitAfter = visit
      $0.homeAfter = home
    }
    #expect(RotaHistory([past], rules: rules).loads["p1"]?.lateFinishes == late)
  }

  @Test func aMarkedSettingIsHardHoweverNear() throws {
    let past = try Self.week("2026-W49", [Small.visit("a")], [Small.at("a", 600)])
    #expect(RotaHistory([past], rules: Self.rules()).loads["p1"]?.hardVisits == 0)
    let marked = RotaHistory([past], rules: Self.rules { $0.hardSettings = ["s1"] })
    #expect(marked.loads["p1"]?.hardVisits == 1)
  }

  @Test func aVisitThatDidNotTakePlaceIsAsIfItHadNotBeenPlanned() throws {
    let visits = [Small.visit("a", series: "g"), Small.visit("b", at: "s2", series: "g")]
    let placed = [Small.at("a", 600), Small.at("b", ["p2"], day: 2, 810)]
    let past = try Self.week("2026-W49", visits, placed, notHeld: ["b"])
    let history = RotaHistory([past], rules: Self.rules())
    #expect(history.loads["p2"] == CarriedLoad(shiftMinutes: 2400))
    #expect(history.seen["g"]?.last == ["p1"] && history.seen["g"]?.faces == 1)
    #expect(history.seen["g"]?.lastDay == (try DemandSamples.date("2026-11-30")))
  }

  private func seen(_ working: Set<StaffID>) throws -> [StaffID] {
    let visits = (1...4).map { Small.visit(VisitID("v\($0)"), series: "g") }
    let past = try Self.week(
      "2026-W49", visits,
      [
        Small.at("v1", ["p2"], day: 0, 600), Small.at("v2", ["p2"], day: 1, 600), Small.at("v3", ["p3"], day: 2, 600),
        Small.at("v4", ["p1"], day: 3, 600),
      ],
      staff: ["p1", "p2", "p3"].map { Small.person($0) })
    return RotaHistory([past], rules: Self.rules()).knownFaces(of: "g", working: working)
  }

  @Test(
    arguments: [
      (["p1", "p2", "p3"], ["p1"]), (["p2", "p3", "p9"], ["p2", "p3"]), (["p3"], ["p3"]), (["p9"], []),
    ] as [(Set<StaffID>, [StaffID])])
  func whoSawItLastIsKnownAndWhoeverSawItWhereTheyAreAway(_ working: Set<StaffID>, _ known: [StaffID]) throws {
    #expect(try self.seen(working) == known)
  }

  @Test func weeksAddUpWhateverTheirOrder() throws {
    let first = try Self.week("2026-W48", [Small.visit("a", series: "g")], [Small.at("a", ["p2"], 600)])
    let second = try Self.week("2026-W49", [Small.visit("b", series: "g")], [Small.at("b", 600)])
    let history = RotaHistory([second, first], rules: Self.rules())
    #expect(history == RotaHistory([first, second], rules: Self.rules()))
    #expect(history.seen["g"]?.faces == 2 && history.seen["g"]?.held == 2 && history.seen["g"]?.last == ["p1"])
    #expect(history.loads["p1"]?.shiftMinutes == 4800)
  }
}
