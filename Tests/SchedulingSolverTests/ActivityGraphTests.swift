// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

/// Visits that are tied to other routes start later on all of them at once, so that another visit has room.
@Suite struct ActivityGraphTests {
  /// Joint visits and `after` rules, more than in ``RandomProblem``, on few routes, with wide windows.
  static func tiedWeek(seed: UInt64) throws -> RotaProblem {
    var random = SeededGenerator(seed: seed)
    func pick<T>(_ list: [T]) -> T { list[random.below(list.count)] }
    let days = pick([1, 1, 2])
    let places = (0..<3).map { RotaProblem.Place(id: PlaceID("s\($0)"), name: "", rooms: pick([1, 2, 9])) }
    let minutes = (0..<9).map { Int32($0 % 4 == 0 ? 0 : pick([5, 10, 25])) }
    let staff = (0..<3).map { person in
      RotaProblem.Staff(
        id: StaffID("p\(person)"), name: "",
        shifts: (0..<days).map {
          .init(day: $0, start: 510, end: pick([780, 870]), from: places[0].id, to: places[0].id)
        },
        rest: random.below(2) == 0 ? .init(minutes: 30, earliest: 690, latest: 810, shiftOver: 240) : nil)
    }
    let visits = (0..<14).map { index in
      let start = 510 + random.below(120)
      return RotaProblem.Visit(
        id: VisitID("v\(index)"), place: pick(places).id, minutes: pick([20, 30, 45]),
        slots: random.below(3) == 0 ? [[], []] : [[]],
        windows: (0..<days).map { .init(day: $0, start: start, end: start + pick([90, 150, 300])) },
        weight: pick([200, 400]), preferWindows: random.below(4) == 0 ? [.init(day: 0, start: 540, end: 640)] : [],
        after: index > 0 && random.below(3) == 0
          ? [.init(visit: VisitID("v\(random.below(index))"), gapMinutes: pick([0, 0, 15, 60, -30]))] : [])
    }
    var weights = RotaProblem.Weights()
    (weights.travel, weights.preferWindow, weights.balance) = (1, 10, pick([0, 2]))
    return try RotaProblem(
      name: "tied week", horizon: .init(start: try #require(CivilDate("2026-11-30")), days: days, step: 5),
      places: places, travel: try #require(.init(count: 3, minutes: minutes)), staff: staff, visits: visits,
      weights: weights)
  }

  @Test func startsAfterAChangeAreThoseWorkedOutFromNothing() throws {
    var (fits, late, cycles, shifting) = (0, 0, 0, 0)
    for seed in UInt64(1)...80 {
      let problem = try seed % 2 == 0 ? RandomProblem.make(seed: seed) : Self.tiedWeek(seed: seed)
      let twin = ActivityTwin(over: 3, on: problem, seed: seed)
      #expect(twin.disagreement == nil, "seed \(seed)")
      fits += twin.fits
      late += twin.late
      cycles += twin.cycles
      shifting += twin.shifting
    }
    #expect(fits > 1_000 && late > 1_000 && cycles > 20 && shifting > 200, "\(fits) \(late) \(cycles) \(shifting)")
  }

  @Test func whatMovesTiedVisitsKeepsEveryRuleAndIsUndoneWhereItFails() throws {
    var (placed, refused) = (0, 0)
    for seed in UInt64(1)...120 {
      let problem = try seed % 3 == 0 ? RandomProblem.make(seed: seed) : Self.tiedWeek(seed: seed)
      let twin = ShiftingTwin(over: 12, on: problem, seed: seed)
      #expect(twin.disagreement == nil, "seed \(seed)")
      placed += twin.placed
      refused += twin.refused
    }
    #expect(placed > 100 && refused > 100, "\(placed) \(refused)")
  }

  @Test(arguments: UInt64(1)...40)
  func aSearchThroughTiedWeeksAgreesWithTheReferee(seed: UInt64) throws {
    #expect(SlowTwin.firstDisagreement(over: 25, on: try Self.tiedWeek(seed: seed), seed: seed) == nil)
  }

  /// Two people meet on a morning; `p1` then has a visit `z` alone, and only `p0` can take `early`, which can't wait.
  static func meeting(latest: Int, afterMeeting: Int? = nil) throws -> (problem: RotaProblem, rota: RotaAnswer) {
    let base = PlaceID("base")
    let joint = RotaProblem.Visit(
      id: VisitID("meeting"), place: base, minutes: 30, slots: [["a"], []],
      windows: [.init(day: 0, start: 540, end: latest)], weight: 900)
    let early = RotaProblem.Visit(
      id: VisitID("early"), place: base, minutes: 30, slots: [["a"]],
      windows: [.init(day: 0, start: 540, end: 575)], weight: 500)
    let behind = RotaProblem.Visit(
      id: VisitID("z"), place: base, minutes: 30, slots: [["b"]],
      windows: [.init(day: 0, start: 540, end: 720)], weight: 500,
      after: afterMeeting.map { [.init(visit: VisitID("meeting"), gapMinutes: $0)] } ?? [])
    let people = [("p0", Set<String>(["a"])), ("p1", ["b"])]
    let problem = try RotaProblem(
      name: "meeting", horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 1, step: 5),
      places: [.init(id: base, name: "", rooms: 9)], travel: try #require(.init(count: 1, minutes: [0])),
      staff: people.map {
        .init(
          id: StaffID($0.0), name: "", skills: $0.1,
          shifts: [.init(day: 0, start: 540, end: 660, from: base, to: base)])
      },
      visits: [joint, early, behind])
    let rota = RotaAnswer(
      problem: "meeting",
      assignments: [
        .init(visit: joint.id, staff: [StaffID("p0"), StaffID("p1")], day: 0, start: 540),
        .init(visit: behind.id, staff: [StaffID("p1")], day: 0, start: 570 + (afterMeeting ?? 0)),
      ], unassigned: [.init(visit: early.id, reason: "")])
    return (problem, rota)
  }

  private func starts(_ rota: RotaAnswer) -> [VisitID: Int] {
    Dictionary(uniqueKeysWithValues: rota.assignments.map { ($0.visit, $0.start) })
  }

  @Test func aMeetingStartsLaterForEveryoneSoThatAVisitHasRoom() throws {
    let (problem, rota) = try Self.meeting(latest: 660)
    let answer = try #require(ShiftingTwin.putting(VisitID("early"), into: rota, of: problem))
    #expect(RotaReferee.check(answer, of: problem).isFeasible)
    #expect(self.starts(answer) == [VisitID("early"): 540, VisitID("meeting"): 570, VisitID("z"): 600])
  }

  @Test func whatMustFollowTheMeetingAtADistanceMovesWithIt() throws {
    let (problem, rota) = try Self.meeting(latest: 660, afterMeeting: 15)
    let answer = try #require(ShiftingTwin.putting(VisitID("early"), into: rota, of: problem))
    #expect(RotaReferee.check(answer, of: problem).isFeasible)
    #expect(self.starts(answer) == [VisitID("early"): 540, VisitID("meeting"): 570, VisitID("z"): 615])
  }

  @Test(arguments: [(latest: 595, gap: 0), (latest: 660, gap: 35)])
  func aMeetingThatCannotWaitIsLeftAlone(latest: Int, gap: Int) throws {
    let (problem, rota) = try Self.meeting(latest: latest, afterMeeting: gap)
    #expect(RotaReferee.check(rota, of: problem).isFeasible)
    #expect(ShiftingTwin.putting(VisitID("early"), into: rota, of: problem) == nil)
  }
}
