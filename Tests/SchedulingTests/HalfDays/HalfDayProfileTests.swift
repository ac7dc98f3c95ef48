// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct HalfDayProfileTests {
  static func problem(_ slots: [Set<String>]) throws -> RotaProblem {
    try Small.problem(
      [Small.visit("v", slots: slots)],
      staff: [
        Small.person("p1", skills: ["screen", "group"], contact: 300),
        Small.person("p2", skills: ["screen"], contact: 240),
        Small.person("p3", role: "therapist", skills: ["therapy", "lead"], shifts: Small.shifts(from: 510, to: 750)),
        Small.person("p4", role: "therapist", skills: ["therapy"], shifts: Small.shifts([0])),
        Small.person("p5", role: "therapist", skills: ["therapy"], shifts: Small.shifts([0])),
        Small.person("p6", role: "aide", shifts: []),
      ])
  }

  @Test(
    arguments: [
      ([["screen"]], ["a practitioner (group, screen)"]),
      ([["therapy"]], ["a therapist (therapy)"]),
      // One of three has it: not usual, but nearest to the therapists.
      ([["lead"]], ["a therapist (lead, therapy)"]),
      ([["screen"], ["therapy"]], ["a practitioner (group, screen)", "a therapist (therapy)"]),
      // Nobody has it: a practitioner or a therapist would have to; the larger team.
      ([["fly"]], ["a therapist (fly, therapy)"]),
      ([["screen", "fly"]], []),
    ] as [([Set<String>], [String])])
  func profilesAreTheRolesAndSkillsThatAreMissed(_ slots: [Set<String>], _ words: [String]) throws {
    #expect(HalfDayProfile.all(for: [0], in: try Self.problem(slots)).map(\.words) == words)
  }

  @Test func thePersonWorksFromTheBaseWithTheUsualLimitsProRata() throws {
    let problem = try Self.problem([["screen"]])
    let profile = try #require(HalfDayProfile.all(for: [0], in: problem).first)
    let change = profile.change(on: 2, .afternoon, in: problem)
    #expect(
      change.person.shifts == [RotaProblem.Shift(day: 2, start: 750, end: 990, from: "base", to: "base")])
    // The lower of 240 and 300, by 4 of 8 hours.
    #expect(change.person.contactMinutes == 120)
    #expect(change.person.role == "practitioner" && change.person.skills == ["screen", "group"])
    #expect(change.amount == 240)
    #expect(change.words(in: problem) == "a practitioner (group, screen) on Wed 2 Dec, 12:30 to 16:30")
    #expect(try change.applied(to: problem).staff.count == problem.staff.count + 1)
  }

  static let tuesday = [RotaProblem.Window(day: 1, start: 540, end: 700)]

  static func screening(_ prices: [DayPrice] = []) throws -> [HalfDayScreening] {
    let off = [Small.person("p1", shifts: Small.shifts([0])), Small.person("p2", shifts: Small.shifts([0, 4]))]
    let problem = try Small.problem(
      [Small.visit("v", windows: Self.tuesday, weight: 300), Small.visit("w", windows: Self.tuesday, weight: 200)],
      staff: off, weights: { $0.travel = 1 })
    let screened = try HalfDayScreening.all(of: Small.answer(problem, []), to: problem, prices: prices)
    #expect(screened.count == 1)
    return screened[0].halfDays
  }

  @Test func theEstimateKnowsTheHalfDayOnWhichTheVisitsAre() throws {
    let best = try #require(try Self.screening().first)
    #expect(best.change.subject.day == 1 && best.half == .morning)
    // Both visits in one round of 25 minutes.
    #expect(best.estimate == 475)
    #expect(try Self.screening().map(\.estimate) == [475] + Array(repeating: 0, count: 9))
  }

  @Test func aPriceTakesThePlaceOfTheEstimate() throws {
    // 1200 for a whole day of eight hours: half for four.
    let best = try Self.screening([DayPrice(staff: "p2", day: 4, points: 1_200)])
    #expect(best.prefix(3).map(\.estimate) == [600, 600, 475])
    #expect(best[0].change.subject.day == 4)
  }
}
