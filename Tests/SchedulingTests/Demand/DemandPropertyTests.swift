// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct DemandPropertyTests {
  typealias Samples = DemandSamples

  /// Children at random: tiers (some without), years, settings (one of them unknown), some on a course.
  static func area(seed: UInt64) throws -> DemandInputs {
    var random = SeededGenerator(seed: seed)
    let settings = [Samples.oak, Samples.elm, Samples.ash, SettingID("999999")]
    let tiers: [String?] = [
      "universal", "targeted", "targeted", "targeted", "specialist", "review", nil, "gold",
    ]
    let years = ["N1", "N2", "R", "1", "2", "3"]
    let children = try (0..<(20 + random.below(60))).map { number -> DemandInputs.Child in
      let setting = settings[random.below(settings.count)]
      let tier = tiers[random.below(tiers.count)]
      let onCourse = random.below(3) == 0
      let programme = ["early", "school", "therapy"][random.below(3)]
      let progress =
        onCourse
        ? try Samples.running(
          "\(setting).\(programme).\(random.below(3))",
          programme: programme,
          since: "2026-W4\(random.below(10))",
          held: random.below(20)
        ) : nil
      return try Samples.child(
        "c\(padded(number, to: 3))",
        tier,
        at: setting,
        year: years[random.below(years.count)],
        screened: random.below(2) == 0 ? "2026-09-20" : nil,
        progress: progress
      )
    }
    let week = ["2026-W49", "2026-W44", "2026-W51", "2026-W36"][random.below(4)]
    let closure = SchoolCalendar.Closure(
      setting: Samples.ash,
      days: try Samples.date("2026-11-30")...(try Samples.date("2026-12-0\(1 + random.below(5))")),
      reason: "polling station"
    )
    let cohort = DemandInputs.Cohort(
      id: CohortID("k"),
      setting: Samples.elm,
      year: .reception,
      unscreened: (0..<random.below(40)).map { ChildID("s\($0)") },
      finishBy: try Samples.date("2026-12-18")
    )
    return try Samples.inputs(
      children,
      week: week,
      calendar: try Samples.calendar(closures: [closure]),
      cohorts: [cohort]
    )
  }

  @Test(arguments: UInt64(1)...60)
  func everyChildIsInOneGroupOrLeftOutWithAReason(_ seed: UInt64) throws {
    let inputs = try Self.area(seed: seed)
    let demand = try DerivedDemand(from: inputs)
    let grouped = demand.groups.flatMap(\.children)
    let left = demand.notPlaced.compactMap { entry -> ChildID? in
      if case .child(let id) = entry.subject { id } else { nil }
    }
    #expect((grouped + left).sorted() == inputs.children.map(\.id).sorted())
    #expect(demand.notPlaced.allSatisfy { !$0.because.isEmpty })
    let unconfirmed = Set(inputs.children.filter { $0.tier == nil }.map(\.id))
    #expect(unconfirmed.isDisjoint(with: grouped))
  }

  @Test(arguments: UInt64(1)...60)
  func groupsKeepTheirSizes(_ seed: UInt64) throws {
    let inputs = try Self.area(seed: seed)
    let running = Set(inputs.children.compactMap { $0.progress?.series })
    for group in try DerivedDemand(from: inputs).groups {
      let size = try #require(inputs.pathway.programme(group.programme)).groupSize
      #expect(group.children.count <= size.upperBound)
      #expect(group.children.count >= (running.contains(group.series) ? 1 : size.lowerBound))
      #expect(group.children == group.children.sorted())
    }
  }

  @Test(arguments: UInt64(1)...60)
  func visitsHoldTogether(_ seed: UInt64) throws {
    let inputs = try Self.area(seed: seed)
    let demand = try DerivedDemand(from: inputs)
    #expect(Set(demand.visits.map(\.id)).count == demand.visits.count)
    #expect(Set(demand.groups.map(\.series)).count == demand.groups.count)
    let ids = Set(demand.visits.map(\.id))
    for visit in demand.visits {
      #expect(!visit.windows.isEmpty)
      #expect(visit.windows.allSatisfy { $0.minutes >= visit.minutes })
      #expect(visit.windows.allSatisfy { inputs.calendar.isSchoolDay($0.date, at: visit.setting) })
      #expect(visit.after.allSatisfy { ids.contains($0.visit) })
      #expect(visit.weight > 0)
      #expect(!visit.reason.isEmpty)
    }
  }

  @Test(arguments: UInt64(1)...30)
  func theOrderOfTheInputsDoesNotMatter(_ seed: UInt64) throws {
    let inputs = try Self.area(seed: seed)
    var random = SeededGenerator(seed: seed &+ 1000)
    var shuffled = inputs
    shuffled.children.shuffle(using: &random)
    shuffled.settings.shuffle(using: &random)
    shuffled.staff.shuffle(using: &random)
    #expect(try DerivedDemand(from: inputs) == DerivedDemand(from: shuffled))
  }

  /// The areas above are worth testing: they hold groups, new and running, and most reasons for none.
  @Test func theAreasAreRich() throws {
    let demands = try (UInt64(1)...60).map { try DerivedDemand(from: try Self.area(seed: $0)) }
    let groups = demands.flatMap(\.groups)
    #expect(groups.count(where: \.isNew) > 100)
    #expect(groups.count { !$0.isNew } > 100)
    let reasons = Set(demands.flatMap(\.notPlaced).map(\.reason))
    #expect(
      reasons.isSuperset(of: [
        .tierNotConfirmed, .therapistDecides, .noVisitsInTier, .noRule, .tooFewForGroup, .programmeFinished,
        .settingUnknown, .settingClosed,
      ])
    )
  }
}
