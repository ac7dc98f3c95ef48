// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// What counts as a proof that a change lets a visit in.
@Suite struct VerifiedChangeTests {
  static let nine = [RotaProblem.Window(day: 0, start: 540, end: 570)]
  static let room = AnotherRoom(at: "s1")

  /// `w` has the room that `v` would need; `x` can go anywhere.
  static func problem() throws -> RotaProblem {
    try Small.problem(
      [
        Small.visit("v", windows: Self.nine), Small.visit("w", windows: Self.nine), Small.visit("x"),
      ], weights: { $0.travel = 1 })
  }

  static let held = [Small.at("w", 540), Small.at("x", ["p2"], 700)]

  static func verified(_ placed: [RotaAnswer.Assignment], change: (any ProblemChange)? = room) throws -> VerifiedChange?
  {
    let problem = try Self.problem()
    let before = Small.answer(problem, Self.held)
    #expect(RotaReferee.check(before, of: problem).breaches == [])
    let trial = try ChangeTrial(change, for: "v", in: before, of: problem)
    return VerifiedChange(trial, found: Small.answer(problem, placed), before: before, of: problem)
  }

  @Test func aDirectFitIsAProofWithNothingMovedWhateverTheSearchFinds() throws {
    let found = try #require(try Self.verified([]))
    #expect(found.assignment.start == 540 && found.assignment.staff == ["p2"])
    #expect(found.moved == [] && found.alsoPlaced == [])
    // v and x in one round of p2's: 100 points of v are gone, no journey is added.
    #expect(found.costBefore - found.costAfter == 100)
  }

  @Test func nothingChangedIsNoProofWhereTheRuleStillStands() throws {
    #expect(try Self.verified(Self.held + [Small.at("v", ["p2"], 540)], change: nil) == nil)
    #expect(try Self.verified([Small.at("v", 540), Small.at("x", ["p2"], 700)], change: nil) == nil)
  }

  @Test func movedVisitsAreNamed() throws {
    let problem = try Self.problem()
    let before = Small.answer(problem, Self.held)
    let trial = try ChangeTrial(LongerShift("p1", day: 0, .later, by: 5), for: "v", in: before, of: problem)
    #expect(!trial.fitsDirectly)
    let all = [Small.at("w", 540), Small.at("v", ["p2"], 540), Small.at("x", 700)]
    #expect(VerifiedChange(trial, found: Small.answer(problem, all), before: before, of: problem) == nil)
  }

  @Test func theTargetMakesTheSearchGoForTheVisitAndKeepWhatIsPlaced() throws {
    let problem = try Self.problem()
    let trial = try ChangeTrial(Self.room, for: "v", in: Small.answer(problem, [Self.held[0]]), of: problem)
    let target = try trial.target()
    #expect(target.visits.map(\.weight) == [100 + 20 * 101, 100 + 101, 100])
    #expect(target.visits[2].windows.isEmpty, "what else is left out stays out")
    #expect(target.published == [Self.held[0]])
    #expect(target.weights.changedStaff == 6 && target.weights.travel == 1)
    #expect(target.places == trial.problem.places)
  }
}
