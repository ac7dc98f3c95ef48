// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct SessionTests {
  typealias Samples = DemandSamples

  @Test func aNewGroupAsksForItsSessions() throws {
    let demand = try DerivedDemand(from: try Samples.inputs(try Samples.children(4, "targeted")))
    #expect(
      demand.visits.map(\.id.rawValue) == [
        "2026-W49.100001.early.2026-W49.1.1", "2026-W49.100001.early.2026-W49.1.2",
      ]
    )
    let visit = try #require(demand.visits.first)
    #expect(visit.series == SeriesID("100001.early.2026-W49.1"))
    #expect(visit.gapDays == 2)
    #expect(visit.minutes == 30)
    #expect(visit.weight == 400)
    #expect(visit.children.count == 4)
    #expect(visit.reason == "Early group, targeted, week 1 of 9, new")
    #expect(visit.windows.map(\.text) == (0..<5).map { "\(demand.week.day($0)) 09:00-11:30" })
  }

  /// Week 46 to 48 have passed: 6 sessions were due.
  @Test func missedSessionsRaiseTheWeightAndAreTold() throws {
    let progress = try Samples.running(since: "2026-W46", held: 5)
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(3, "targeted", progress: progress))
    )
    #expect(Set(demand.visits.map(\.reason)) == ["Early group, targeted, week 4 of 9, missed 1"])
    #expect(Set(demand.visits.map(\.weight)) == [400 * 135 / 100])
  }

  @Test func holidaysDoNotCountAsWeeksOfTheCourse() throws {
    let progress = try Samples.running(since: "2026-W42", held: 10)
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(3, "targeted", progress: progress))
    )
    #expect(demand.groups.map(\.weekNumber) == [7])
    #expect(demand.groups.map(\.missed) == [2])
  }

  @Test func onlyTheSessionsLeftAreAskedFor() throws {
    let progress = try Samples.running(since: "2026-W38", held: 17)
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(3, "targeted", progress: progress))
    )
    #expect(demand.visits.filter { $0.kind == "group" }.count == 1)
    #expect(demand.visits.first?.reason == "Early group, targeted, 1 sessions left after 9 weeks, missed 1")
  }

  @Test func closedDaysLeaveTheirWindowsOut() throws {
    let closed = SchoolCalendar.Closure(
      setting: Samples.oak,
      days: try Samples.date("2026-11-30")...(try Samples.date("2026-12-02")),
      reason: "flood"
    )
    let inset = SchoolCalendar.InsetDay(date: try Samples.date("2026-12-04"))
    let calendar = try Samples.calendar(insetDays: [inset], closures: [closed])
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(3, "targeted"), calendar: calendar)
    )
    #expect(demand.visits.map { $0.windows.map(\.text) } == [["2026-12-03 09:00-11:30"]])
    #expect(
      demand.notes.map(\.text) == [
        "Early group: 1 of 2 sessions fit into the days on which the setting is open"
      ]
    )
  }

  @Test(arguments: [
    ("2026-W44", "Early group: no school in 2026-W44: half-term holiday"),
    ("2026-W53", "Early group: no school in 2026-W53: school holiday"),
    ("2026-W52", "Early group: no school in 2026-W52: school holiday, bank holiday (Christmas Day)"),
  ])
  func aWeekWithoutSchoolPlacesNobody(_ week: String, _ because: String) throws {
    let demand = try DerivedDemand(from: try Samples.inputs(try Samples.children(3, "targeted"), week: week))
    #expect(demand.visits.isEmpty)
    #expect(demand.groups.isEmpty)
    #expect(demand.notPlaced.map(\.reason) == [.settingClosed, .settingClosed, .settingClosed])
    #expect(Set(demand.notPlaced.map(\.because)) == [because])
  }

  @Test func aSessionLongerThanAnySessionTimeIsTold() throws {
    let long = PathwaySamples.programme(minutes: 200)
    let pathway = try PathwaySamples.pathway(programmes: [
      long, PathwaySamples.school, PathwaySamples.therapy,
    ])
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(3, "targeted"), pathway: pathway)
    )
    #expect(
      Set(demand.notPlaced.map(\.because)) == [
        "Early group: the longest session time of the setting this week is 150 minutes, 200 are needed"
      ]
    )
  }

  @Test func aSkillThatNobodyHasIsTold() throws {
    let demand = try DerivedDemand(
      from: try Samples.inputs(
        [try Samples.child("c", "specialist")],
        staff: Array(Samples.team.prefix(2))
      )
    )
    #expect(
      demand.notPlaced.map(\.because) == ["Therapy: nobody with the skill 'therapist' works this week"]
    )
    #expect(demand.notPlaced.map(\.reason) == [.noOneWithSkill])
  }

  @Test func aJointSessionNeedsTwoPeople() throws {
    let joint = Programme(
      id: ProgrammeID("early"),
      title: "Joint group",
      groupSize: 1...6,
      sessionsAWeek: 1,
      weeks: 9,
      minutes: 30,
      slots: [["group"], ["therapist"]],
      weight: 400
    )
    let pathway = try PathwaySamples.pathway(programmes: [
      joint, PathwaySamples.school, PathwaySamples.therapy,
    ])
    let child = [try Samples.child("c", "targeted")]
    let one = [DemandInputs.Person(id: StaffID("x"), skills: ["group", "therapist"], minutes: 100)]
    let alone = try DerivedDemand(from: try Samples.inputs(child, pathway: pathway, staff: one))
    #expect(
      alone.notPlaced.map(\.because) == [
        "Joint group: it needs 2 people at once, and the same person has the skills for two of the places"
      ]
    )
    let two = one + [DemandInputs.Person(id: StaffID("y"), skills: ["group"], minutes: 100)]
    let together = try DerivedDemand(from: try Samples.inputs(child, pathway: pathway, staff: two))
    #expect(together.visits.map(\.slots) == [[["group"], ["therapist"]]])
    #expect(together.capacity.wanted == 60)
  }

  @Test func therapyWaitsForTheAssessment() throws {
    let demand = try DerivedDemand(from: try Samples.inputs([try Samples.child("c", "specialist")]))
    #expect(demand.visits.map(\.kind) == ["therapy", "assess"])
    let assess = try #require(demand.visits.last)
    #expect(demand.visits.first?.after == [.init(visit: assess.id, gapMinutes: 60)])
    #expect(assess.minutes == 60)
    #expect(assess.slots == [["therapist"]])
    #expect(assess.reason == "Therapy, specialist, assessment before the first session")
  }

  @Test func whoIsAssessedOrHasBegunIsNotAssessedAgain() throws {
    let begun = try Samples.running(programme: "therapy", since: "2026-W48", held: 1)
    let assessed = DemandInputs.Progress(
      series: SeriesID("h"),
      programme: ProgrammeID("therapy"),
      started: try Samples.week("2026-W49"),
      sessionsHeld: 0,
      isAssessed: true
    )
    for progress in [begun, assessed] {
      let demand = try DerivedDemand(
        from: try Samples.inputs([try Samples.child("c", "specialist", progress: progress)])
      )
      #expect(demand.visits.map(\.kind) == ["therapy"])
      #expect(demand.visits.first?.after.isEmpty == true)
    }
  }

  @Test func aCourseThatBeginsLaterHasNoVisitsYet() throws {
    let progress = try Samples.running(since: "2026-W50", held: 0)
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(3, "targeted", progress: progress))
    )
    #expect(demand.visits.isEmpty)
    #expect(demand.groups.count == 1)
    #expect(demand.notes.map(\.text) == ["Early group begins in 2026-W50"])
  }
}
