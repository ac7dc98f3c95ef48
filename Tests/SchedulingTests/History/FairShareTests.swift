// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// Who is preferred for a visit that is a burden, by what each person carried. Base to s2 is 20 minutes each way.
@Suite struct FairShareTests {
  static let late = [RotaProblem.Window(day: 0, start: 900, end: 960)]

  static func rules(_ set: (inout CarryOver.Fairness) -> Void = { _ in }) -> CarryOver.Fairness {
    var rules = CarryOver.Fairness()
    rules.lastVisitAfter = 900
    rules.homeAfter = 930
    rules.farMinutes = 20
    rules.drivePoints = 1
    rules.latePoints = 60
    rules.hardPoints = 30
    set(&rules)
    return rules
  }

  /// Everyone worked one week of 40 hours in one earlier week and finished late as often as told.
  static func history(late: [StaffID: Int], hours: [StaffID: Int] = [:]) throws -> RotaHistory {
    let people = late.keys.sorted()
    var visits: [RotaProblem.Visit] = []
    var placed: [RotaAnswer.Assignment] = []
    for person in people {
      for day in 0..<(late[person] ?? 0) {
        let id = VisitID("\(person).\(day)")
        visits.append(Small.visit(id, windows: [.init(day: day, start: 900, end: 960)]))
        placed.append(Small.at(id, [person], day: day, 910))
      }
    }
    let staff = people.map { Small.person($0, shifts: Small.shifts(from: 990 - (hours[$0] ?? 8) * 60)) }
    let past = PastWeek(
      week: try DemandSamples.week("2026-W48"), problem: try Small.problem(visits, staff: staff),
      answer: RotaAnswer(problem: "small", assignments: placed))
    return RotaHistory([past], rules: self.rules())
  }

  private func preferred(
    _ visit: RotaProblem.Visit, _ history: RotaHistory,
    staff: [RotaProblem.Staff] = ["p1", "p2", "p3"].map { Small.person($0) },
    rules: CarryOver.Fairness = FairShareTests.rules()
  ) throws -> [StaffID] {
    let problem = try Small.problem([visit], staff: staff) { $0.preferStaff = 20 }
    return try problem.sharing(history, rules: rules).visits[0].preferStaff
  }

  @Test func aLateVisitPrefersThoseWhoFinishedLateLessOften() throws {
    let history = try Self.history(late: ["p1": 4, "p2": 1, "p3": 0])
    #expect(try self.preferred(Small.visit("v", windows: Self.late), history) == ["p2", "p3"])
  }

  @Test func aVisitThatCanBeHeldInTheMorningIsNoBurden() throws {
    let history = try Self.history(late: ["p1": 4, "p2": 1, "p3": 0])
    #expect(try self.preferred(Small.visit("v"), history) == [])
  }

  @Test func equalPastsAndNoPastAskForNobody() throws {
    let visit = Small.visit("v", windows: Self.late)
    #expect(try self.preferred(visit, try Self.history(late: ["p1": 2, "p2": 2, "p3": 2])) == [])
    #expect(try self.preferred(visit, RotaHistory()) == [])
  }

  /// Two late finishes in half the hours are more than three in all of them.
  @Test func partTimePeopleAreMeasuredByTheirHours() throws {
    let history = try Self.history(late: ["p1": 2, "p2": 3], hours: ["p1": 4])
    let staff = [Small.person("p1"), Small.person("p2")]
    #expect(try self.preferred(Small.visit("v", windows: Self.late), history, staff: staff) == ["p2"])
  }

  @Test func someoneNewOwesNothingAndIsOwedNothing() throws {
    let history = try Self.history(late: ["p1": 4, "p2": 0])
    #expect(try self.preferred(Small.visit("v", windows: Self.late), history) == ["p2", "p3"])
  }

  @Test func thoseWhoCannotGoDoNotSetTheAverage() throws {
    let history = try Self.history(late: ["p1": 4, "p2": 2, "p3": 0])
    let visit = Small.visit("v", slots: [["group"]], windows: Self.late)
    let staff = [
      Small.person("p1", skills: ["group"]), Small.person("p2", skills: ["group"]), Small.person("p3", skills: []),
    ]
    #expect(try self.preferred(visit, history, staff: staff) == ["p2"])
  }

  @Test(arguments: [(0, ["p2", "p3"]), (100, ["p2", "p3"]), (101, [])] as [(Int, [StaffID])])
  func aSmallDifferenceIsToleratedUpToTheRule(_ tolerance: Int, _ preferred: [StaffID]) throws {
    // p1: 1 in 40 h = 2.5 per 100 h; the three together 0.83; 60 × 1.67 = 100.2 points above.
    let history = try Self.history(late: ["p1": 1, "p2": 0, "p3": 0])
    let rules = Self.rules { $0.tolerance = tolerance }
    #expect(try self.preferred(Small.visit("v", windows: Self.late), history, rules: rules) == preferred)
  }

  @Test func wishesThatAreThereAreLeftAlone() throws {
    let history = try Self.history(late: ["p1": 4, "p2": 0])
    #expect(try self.preferred(Small.visit("v", windows: Self.late, prefer: ["p1"]), history) == ["p1"])
  }

  @Test func aHardSettingPrefersThoseWhoHadFewerOfThem() throws {
    let visits = (0..<3).map { Small.visit(VisitID("h\($0)"), at: "s2") }
    let problem = try Small.problem(visits)
    let placed = (0..<3).map { Small.at(VisitID("h\($0)"), day: $0, 600) }
    let past = PastWeek(
      week: try DemandSamples.week("2026-W48"), problem: problem, answer: Small.answer(problem, placed))
    let history = RotaHistory([past], rules: Self.rules())
    #expect(
      try self.preferred(Small.visit("v", at: "s2"), history, staff: [Small.person("p1"), Small.person("p2")]) == ["p2"]
    )
    #expect(try self.preferred(Small.visit("v"), history) == [], "s1 is near")
  }
}
