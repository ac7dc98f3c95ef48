// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct RotaExplainerTests {
  static let morning = [RotaProblem.Window(day: 0, start: 540, end: 600)]

  static func weights(_ weights: inout RotaProblem.Weights) {
    weights.travel = 1
    weights.preferStaff = 20
  }

  static func sentences(
    _ problem: RotaProblem,
    _ assignments: [RotaAnswer.Assignment],
    _ id: VisitID
  ) throws -> [String] {
    try RotaExplainer(Small.answer(problem, assignments), of: problem).explain(id).sentences
  }

  @Test func aPlacedVisitSaysWhoWhenWhatItCostsAndTheNextBest() throws {
    let visit = Small.visit("v", windows: Self.morning, prefer: ["p2"])
    let problem = try Small.problem(
      [visit, Small.visit("w", windows: Self.morning)],
      rooms: 2,
      weights: Self.weights
    )
    let told = try Self.sentences(problem, [Small.at("v", 540), Small.at("w", 570)], "v")
    #expect(
      told == [
        "v (group, 30 minutes at First nursery) is done by Person p1 on Mon 30 Nov, 09:00 to 09:30.",
        "It costs 20 points there: people not preferred 20.",
        "Leaving it out would save 20 points and cost its weight of 100.",
        "The next best place, everything else staying as it is, is Person p2 on Mon 30 Nov at 09:00: "
          + "it would cost 5 points more.",
      ]
    )
  }

  @Test func aPlacedVisitWithNowhereElseToGoSaysSo() throws {
    let visit = Small.visit("v", windows: [RotaProblem.Window(day: 0, start: 540, end: 570)], forbid: ["p2"])
    let told = try Self.sentences(try Small.problem([visit]), [Small.at("v", 540)], "v")
    #expect(
      told.suffix(3) == [
        "It costs nothing there.", "Leaving it out would save 0 points and cost its weight of 100.",
        "There is no other place for it while everything else stays as it is.",
      ]
    )
  }

  @Test func visitsThatMustComeAfterWouldBeLeftOutWithIt() throws {
    let visits = [
      Small.visit("v"), Small.visit("w", after: [RotaProblem.Precedence(visit: "v")]),
      Small.visit("x", after: [RotaProblem.Precedence(visit: "w")]),
    ]
    let problem = try Small.problem(visits)
    let placed = [Small.at("v", 540), Small.at("w", 570), Small.at("x", 600)]
    let told = try Self.sentences(problem, placed, "v")
    #expect(
      told.contains(
        "Leaving it out would save 0 points and cost its weight of 100; w, x, which must come after it, "
          + "would be left out with it."
      )
    )
    guard case .placed(let why) = try RotaExplainer(Small.answer(problem, placed), of: problem).explain("v")
    else { return #expect(Bool(false), "v is placed") }
    #expect(why.dependents == ["w", "x"])
    #expect(why.candidates.count == 9)
  }

  @Test func aLargeTeamIsSummedUpByRule() throws {
    let people = (0..<30).map { number in
      Small.person(
        StaffID("p\(number)"), skills: number < 10 ? [] : ["screen"], shifts: Small.shifts(number < 15 ? [0] : [1]),
        contact: 20 - number % 3)
    }
    let visit = Small.visit("v", slots: [["screen"]], windows: Self.morning + Small.allDay.suffix(4), weight: 400)
    let told = try Self.sentences(try Small.problem([visit], staff: people), [], "v")
    #expect(
      told == [
        "v (group, 30 minutes at First nursery) is left out, which costs 400 points.",
        "30 people, 120 person-days: no shift.",
        "10 people: lacks the skill 'screen'.",
        "20 people, 20 person-days: the day's limit of visit minutes does not hold it; the nearest is "
          + "Person p12 on Mon 30 Nov, 10 minutes short.",
      ]
    )
  }

  @Test func aLeftOutVisitSaysWhatStandsInTheWayOfEveryone() throws {
    let people = [
      Small.person("p1", shifts: Small.shifts([0])),
      Small.person("p2", skills: [], shifts: Small.shifts([1])),
      Small.person("p3", skills: []), Small.person("p4"),
    ]
    let visit = Small.visit(
      "v",
      minutes: 45,
      slots: [["screen"]],
      windows: Self.morning,
      weight: 400,
      forbid: ["p4"]
    )
    let problem = try Small.problem([visit, Small.visit("w", minutes: 45)], staff: people)
    let told = try Self.sentences(problem, [Small.at("w", 540)], "v")
    #expect(
      told == [
        "v (group, 45 minutes at First nursery) is left out, which costs 400 points.",
        "It is asked for on Mon 30 Nov only.",
        "Person p3: lacks the skill 'screen'.",
        "Person p4: may not do this visit.",
        "Person p1, Mon 30 Nov: First nursery has its one room taken at every time that is left.",
        "Person p2, Mon 30 Nov: has no shift.",
      ]
    )
  }

  @Test func theSlotOfAJointVisitIsNamed() throws {
    let people = [Small.person("p1", skills: ["lead"]), Small.person("p2")]
    let visit = Small.visit("v", slots: [["lead"], ["screen"]], windows: Self.morning)
    let told = try Self.sentences(try Small.problem([visit], staff: people), [], "v")
    #expect(told.contains("Person p2, as person 1: lacks the skill 'lead'."))
    #expect(told.contains("Person p1, as person 2: lacks the skill 'screen'."))
  }

  @Test(arguments: [
    (
      400,
      "It would fit with Person p1 on Mon 30 Nov at 09:00 for 25 points: 375 points better than leaving it out."
    ),
    (25, "It would fit with Person p1 on Mon 30 Nov at 09:00 for 25 points: no better than leaving it out."),
    (
      24,
      "It would fit with Person p1 on Mon 30 Nov at 09:00 for 25 points: 1 point worse than leaving it out."
    ),
  ])
  func aLeftOutVisitThatFitsIsWeighedAgainstItsWeight(_ weight: Int, _ sentence: String) throws {
    let problem = try Small.problem([Small.visit("v", weight: weight)], weights: Self.weights)
    #expect(try Self.sentences(problem, [], "v").dropFirst().first == sentence)
  }

  @Test func anUnknownVisitIsAFault() throws {
    let problem = try Small.problem([])
    let fault = #expect(throws: Fault.self) {
      try RotaExplainer(Small.answer(problem, []), of: problem).explain("ghost")
    }
    #expect(fault?.code == .rotaVisitUnknown)
  }

  @Test func reasonsAreGivenForExactlyTheVisitsThatAreNotPlaced() throws {
    let problem = try Small.problem([
      Small.visit("v"), Small.visit("w", slots: [["fly"]]), Small.visit("x", windows: []),
    ])
    let told = RotaExplainer(Small.answer(problem, [Small.at("v", 540)]), of: problem).answerWithReasons()
    #expect(
      told.unassigned == [
        RotaAnswer.LeftOut(visit: "w", reason: "nobody allowed with the skill 'fly' is on the team"),
        RotaAnswer.LeftOut(visit: "x", reason: "nobody allowed is on shift on the days asked for"),
      ]
    )
    #expect(RotaReferee.check(told, of: problem).isFeasible)
  }
}
