// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// Courses carried through a term, week by week, while some sessions fall out.
@Suite struct RollingWeeksTests {
  typealias Samples = DemandSamples

  /// Every session of a course by its number, told plainly: the week of the course in which it is due, and whether it
  /// was held.
  private struct PlainCourse {
    var held: [Bool]
    let aWeek: Int

    /// Whatever is held is the oldest that was not.
    mutating func hold() { if let oldest = self.held.firstIndex(of: false) { self.held[oldest] = true } }

    func owed(afterWeek week: Int) -> Int {
      self.held.indices.count { !self.held[$0] && $0 / self.aWeek < week }
    }
  }

  @Test(arguments: UInt64(1)...60)
  func everySessionIsHeldOwedToComeOrPastItsEnd(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let closure = SchoolCalendar.Closure(
      setting: Samples.oak,
      days: try Samples.date("2026-11-\(10 + random.below(18))")...(try Samples.date("2026-12-02")),
      reason: "flood")
    let calendar = try Samples.calendar(closures: [closure])
    let programme = PathwaySamples.programme(
      sessionsAWeek: 1 + random.below(3), weeks: 4 + random.below(6), gapDays: random.below(3))
    let pathway = try PathwaySamples.pathway(programmes: [programme, PathwaySamples.school, PathwaySamples.therapy])
    var rules = CarryOver()
    rules.catchUp.sessionsAWeek = random.below(3)
    rules.catchUp.weeksOver = random.below(4)
    rules.gapCounts = CarryOver.GapDays.allCases[random.below(3)]
    let start = try Samples.week("2026-W43")
    var course = PlainCourse(held: Array(repeating: false, count: programme.sessions), aWeek: programme.sessionsAWeek)
    var (last, hasClosed, courseWeek) = (CivilDate?.none, false, 0)
    for number in 0..<24 {
      let week = start.adding(weeks: number)
      let days = calendar.schoolDays(of: week, at: Samples.oak)
      if !days.isEmpty { courseWeek += 1 }
      let held = course.held.count { $0 }
      let progress = DemandInputs.Progress(
        series: "g", programme: programme.id, started: start, sessionsHeld: held, lastSession: last)
      var inputs = try Samples.inputs(
        try Samples.children(3, "targeted", progress: number == 0 ? nil : progress), week: "\(week)", pathway: pathway,
        calendar: calendar)
      inputs.carryOver = rules
      let demand = try DerivedDemand(from: inputs)
      guard let group = demand.groups.first else {
        let reasons = Set(demand.notPlaced.map(\.reason))
        if hasClosed && !days.isEmpty { #expect(reasons == [.courseClosed]) }
        #expect(
          days.isEmpty
            ? reasons.isSubset(of: [.settingClosed, .courseClosed, .programmeFinished])
            : reasons.isSubset(of: [.courseClosed, .programmeFinished]), "\(week): \(reasons)")
        continue
      }
      #expect(!hasClosed && demand.groups.count == 1)
      let asked = demand.visits
      #expect(Set(asked.map(\.id)).count == asked.count && asked.count <= programme.sessions - held)
      #expect(asked.count <= programme.sessionsAWeek + rules.catchUp.sessionsAWeek)
      let kept = asked.filter { _ in random.below(3) > 0 }
      for visit in kept {
        course.hold()
        let day = try #require(visit.windows.map(\.date).randomElement(using: &random))
        last = max(last ?? day, day)
      }
      let standing = CourseStanding(
        group.series, at: group.setting, programme, started: group.started, held: held, in: week, calendar: calendar,
        weekdays: Set(1...5), rules: rules.catchUp)
      let end = OwedAtWeekEnd(
        of: week,
        courses: [
          .init(
            standing, held: kept.count, leftOut: asked.map(\.id).filter { id in !kept.contains { $0.id == id } },
            weekdays: Set(1...5))
        ],
        singles: [], calendar: calendar, priority: DemandPriority())
      let open = course.owed(afterWeek: courseWeek)
      #expect(end.sessions + end.pastEnd == (end.pastEnd > 0 ? course.held.count { !$0 } : open), "\(week)")
      #expect(end.sessions == 0 || end.pastEnd == 0)
      #expect((end.price > 0) == (end.sessions > 0))
      hasClosed = end.pastEnd > 0
    }
    #expect(hasClosed || course.held.allSatisfy { $0 } || courseWeek < programme.weeks + (rules.catchUp.weeksOver ?? 0))
  }
}
