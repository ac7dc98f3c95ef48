// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct EditedRotaTests {
  private static let rest = RotaProblem.Break(minutes: 30, earliest: 690, latest: 840, shiftOver: 360)

  private func problem() throws -> RotaProblem {
    try Small.problem(
      [
        Small.visit("v1", slots: [["screen"]]), Small.visit("v2", at: "s2"), Small.visit("v3", forbid: ["p2"]),
        Small.visit("out", weight: 70),
      ],
      staff: [Small.person("p1", rest: Self.rest), Small.person("p2", skills: [], rest: Self.rest)]
    ) { $0.travel = 1 }
  }

  private func answer(_ problem: RotaProblem) -> RotaAnswer {
    let held = [Small.at("v1", 600), Small.at("v2", day: 1, 600), Small.at("v3", day: 2, 600)]
    return Small.answer(problem, held, breaks: problem.breaks(for: held))
  }

  private func edited(_ edit: RotaEdit) throws -> EditedRota {
    let problem = try self.problem()
    return try EditedRota(edit, of: self.answer(problem), in: problem)
  }

  @Test func everyBrokenRuleIsToldAtOnce() throws {
    let edited = try self.edited(.move("v1", staff: ["p2"], day: .number(0), start: 512))
    #expect(edited.verdict.breaches.map(\.code) == [.skill, .window, .step, .shift])
    #expect(!edited.isAllowed)
    let other = try self.edited(.move("v3", staff: ["p2", "p2"]))
    #expect(Set(other.verdict.breaches.map(\.code)).isSuperset(of: [.slots, .forbidden]))
  }

  @Test func theCostOfAnEditIsToldByTerm() throws {
    let edited = try self.edited(.move("v2", day: .number(0), start: 700))
    #expect(edited.isAllowed)
    // Two days of 25 and 40 minutes become one: base to s1 12, s1 to s2 10, s2 to base 20.
    #expect(edited.difference[.travel] == 42 - 25 - 40)
    #expect(edited.difference.total == -23)
    #expect(edited.answer.cost == edited.verdict.cost.total)
    #expect(edited.moves.map(\.visit) == ["v2"])
  }

  @Test func breaksAreLaidAnewOnlyOnTheDaysThatAreTouched() throws {
    let problem = try self.problem()
    let held = [Small.at("v1", 600), Small.at("v2", day: 1, 600), Small.at("v3", day: 2, 600)]
    let late = [0, 1, 2].map { RotaAnswer.Rest(staff: "p1", day: $0, start: 800) }
    let edited = try EditedRota(
      .move("v1", start: 795), of: Small.answer(problem, held, breaks: late), in: problem)
    #expect(edited.isAllowed)
    #expect(edited.answer.breaks.filter { $0.day != 0 } == Array(late[1...]))
    #expect(edited.answer.breaks.filter { $0.day == 0 }.map(\.start) == [690])
  }

  @Test func aLeftOutVisitIsPutInWithPeopleDayAndStart() throws {
    let edited = try self.edited(.move("out", staff: ["p2"], day: .number(3), start: 600))
    #expect(edited.isAllowed && edited.answer.unassigned.isEmpty)
    #expect(edited.difference[.leftOut] == -70)
    let fault = #expect(throws: Fault.self) { try self.edited(.move("out", staff: ["p2"])) }
    #expect(fault?.code == .rotaEditIncomplete)
  }

  @Test func twoVisitsChangePlaces() throws {
    let edited = try self.edited(.swap("v1", "v2"))
    #expect(edited.isAllowed)
    #expect(edited.answer.assignments.first { $0.visit == "v1" } == Small.at("v1", day: 1, 600))
    #expect(edited.answer.assignments.first { $0.visit == "v2" } == Small.at("v2", 600))
  }

  @Test func aLeftOutVisitTakesTheOthersPlace() throws {
    let edited = try self.edited(.swap("v1", "out"))
    #expect(edited.isAllowed)
    #expect(edited.answer.unassigned.map(\.visit) == ["v1"])
    #expect(edited.answer.assignments.contains(Small.at("out", 600)))
    for (one, two) in [("out", "out"), ("v1", "v1")] {
      #expect(throws: Fault.self) { try self.edited(.swap(VisitID(one), VisitID(two))) }
    }
  }

  @Test func aPinFixesWhatIsSaidAndMovesTheVisitThere() throws {
    let here = try self.edited(.pin("v1"))
    #expect(here.problem.visits[0].pin == RotaProblem.Pin(staff: ["p1"], day: 0, start: 600))
    #expect(here.isAllowed && here.difference.total == 0)
    let there = try self.edited(.pin("v1", day: .number(4)))
    #expect(there.problem.visits[0].pin == RotaProblem.Pin(day: 4))
    #expect(there.answer.assignments.contains(Small.at("v1", day: 4, 600)))
    let later = try self.edited(.pin("out", staff: ["p1"]))
    #expect(later.isAllowed && later.answer.unassigned.map(\.visit) == ["out"])
    #expect(throws: Fault.self) { try self.edited(.pin("out")) }
    #expect(throws: Fault.self) { try self.edited(.pin("v1", staff: ["nobody"])) }
    #expect(throws: Fault.self) { try self.edited(.pin("v1", day: .number(5))) }
  }

  @Test func aPinnedVisitIsMovedOnlyOnceItsPinIsGone() throws {
    let pinned = try self.edited(.pin("v1"))
    let moved = try EditedRota(.move("v1", start: 630), of: pinned.answer, in: pinned.problem)
    #expect(moved.verdict.breaches.map(\.code) == [.pin])
    let free = try EditedRota(.unpin("v1"), of: pinned.answer, in: pinned.problem)
    #expect(free.problem.visits[0].pin == nil)
    #expect(try EditedRota(.move("v1", start: 630), of: free.answer, in: free.problem).isAllowed)
  }

  @Test func anUnknownVisitIsRefused() throws {
    for edit in [.pin("v9"), .unpin("v9"), .move("v9", start: 600), .swap("v9", "v1")] as [RotaEdit] {
      let fault = #expect(throws: Fault.self) { try self.edited(edit) }
      #expect(fault?.code == .rotaVisitUnknown)
    }
  }
}
