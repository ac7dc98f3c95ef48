// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct WeeklyRotaTests {
  typealias Samples = DemandSamples

  static func team() throws -> WeeklyRota.Team {
    let at = { (north: Double) in Coordinate(latitude: north, longitude: -2.44) }
    return WeeklyRota.Team(
      staff: [try WeeklyStaffTests.person("p2"), try WeeklyStaffTests.person("p1")],
      places: [
        .init(id: WeeklyStaffTests.base, name: "Base", coordinate: at(52.67), rooms: 99),
        .init(id: PlaceID("100001"), name: "Oak", coordinate: at(52.68)),
        .init(id: PlaceID("100002"), name: "Elm", coordinate: at(52.70)),
      ]
    )
  }

  static func demand() throws -> DerivedDemand {
    try DerivedDemand(
      from: try Samples.inputs(
        try Samples.children(4, "targeted") + [try Samples.child("t", "specialist", at: Samples.elm)]
      )
    )
  }

  private func rota(
    _ team: WeeklyRota.Team,
    calendar: SchoolCalendar? = nil,
    demand: [DemandVisit]? = nil
  ) throws -> WeeklyRota {
    try WeeklyRota(
      "week",
      week: try Samples.week("2026-W49"),
      demand: try demand ?? Self.demand().visits,
      team: team,
      calendar: try calendar ?? Samples.calendar()
    )
  }

  @Test func everyVisitStandsInTheProblem() throws {
    let weekly = try rota(try Self.team())
    let problem = weekly.problem
    #expect(weekly.dropped.isEmpty)
    #expect(problem.horizon.start.description == "2026-11-30")
    #expect(problem.visits.map(\.id) == (try Self.demand()).visits.map(\.id))
    #expect(problem.staff.map(\.id.rawValue) == ["p1", "p2"])
    #expect(problem.visits.first?.windows.map(\.day) == [0, 1, 2, 3, 4])
    #expect(problem.visits.first?.windows.first == .init(day: 0, start: 540, end: 690))
    #expect(problem.series.map(\.gapDays) == [2, 1])
    let therapy = try #require(problem.visits.first { $0.kind == "therapy" })
    #expect(therapy.after.map(\.gapMinutes) == [60])
    #expect(problem.series.first { $0.id == therapy.series }?.sameStaff == .require)
  }

  @Test func travelIsRoundedToTheStepAndStated() throws {
    let weekly = try rota(try Self.team())
    #expect(weekly.problem.travel.minutes.allSatisfy { $0 % 5 == 0 })
    let base = try #require(weekly.problem.placeIndex[WeeklyStaffTests.base])
    let oak = try #require(weekly.problem.placeIndex[PlaceID("100001")])
    #expect(weekly.problem.travel[base, oak] == weekly.problem.travel[oak, base] + 5)
    #expect(weekly.travel.statement.text.hasPrefix("Travel times: all by formula"))
  }

  @Test func whoSawTheGroupLastIsPreferred() throws {
    var team = try Self.team()
    let series = try #require(try Self.demand().groups.first { $0.programme == ProgrammeID("early") }?.series)
    team.lastSeen = [series: [StaffID("p2"), StaffID("left")]]
    let visits = try rota(team).problem.visits
    #expect(visits.filter { $0.series == series }.allSatisfy { $0.preferStaff == [StaffID("p2")] })
    #expect(visits.filter { $0.series != series }.allSatisfy { $0.preferStaff.isEmpty })
  }

  @Test func daysClosedSinceAreDropped() throws {
    let closure = SchoolCalendar.Closure(
      setting: Samples.oak,
      days: try Samples.date("2026-11-30")...(try Samples.date("2026-12-02")),
      reason: "flood"
    )
    let visits = try rota(try Self.team(), calendar: try Samples.calendar(closures: [closure])).problem.visits
    #expect(visits.filter { $0.place == PlaceID("100001") }.allSatisfy { $0.windows.map(\.day) == [3, 4] })
    #expect(visits.filter { $0.place == PlaceID("100002") }.allSatisfy { $0.windows.count == 10 })
  }

  @Test func aVisitWithoutAWindowOrAPlaceIsLeftOutWithAllThatFollowIt() throws {
    let closure = SchoolCalendar.Closure(
      setting: Samples.oak,
      days: try Samples.date("2026-11-30")...(try Samples.date("2026-12-04")),
      reason: "flood"
    )
    var team = try Self.team()
    team.places.removeLast()
    let weekly = try rota(team, calendar: try Samples.calendar(closures: [closure]))
    #expect(weekly.problem.visits.isEmpty)
    #expect(
      weekly.dropped.map(\.reason) == [
        "the setting is closed on every day on which the visit could take place",
        "the setting is closed on every day on which the visit could take place",
        "the setting '100002' is not among the places of the rota",
        "the setting '100002' is not among the places of the rota",
      ]
    )
    let therapyAlone = try Self.demand().visits.filter { $0.kind == "therapy" }
    let alone = try rota(try Self.team(), demand: therapyAlone)
    #expect(
      alone.dropped.map(\.reason) == [
        "it must follow the visit '2026-W49.100002.therapy.2026-W49.1.assess.1', which is not on the rota"
      ]
    )
  }

  @Test func partsThatDoNotFitAreRefused() throws {
    var team = try Self.team()
    team.places.removeFirst()
    let fault = #expect(throws: Fault.self) { try rota(team) }
    #expect(fault?.code == .rotaProblemInvalid)
  }
}
