// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// A small pathway without findings, and ways to spoil it.
enum PathwaySamples {
  static func years(_ first: String, _ last: String) throws -> AgeSpan {
    .years(try #require(NCYear(first))...(try #require(NCYear(last))))
  }

  static let early = Programme(
    id: ProgrammeID("early"),
    title: "Early group",
    groupSize: 3...6,
    sessionsAWeek: 2,
    weeks: 9,
    minutes: 30,
    gapDays: 2,
    weight: 400,
    rescreenAfterWeeks: 12
  )
  static let school = Programme(
    id: ProgrammeID("school"),
    title: "School group",
    groupSize: 2...4,
    sessionsAWeek: 3,
    weeks: 10,
    minutes: 40,
    weight: 300
  )
  static let therapy = Programme(
    id: ProgrammeID("therapy"),
    title: "Therapy",
    groupSize: 1...1,
    sessionsAWeek: 1,
    weeks: 6,
    minutes: 45,
    kind: "therapy",
    slots: [["therapist"]],
    sameStaff: .require,
    weight: 800,
    assessFirst: Programme.Assessment(minutes: 60, gapMinutes: 60)
  )

  static func rules() throws -> [Pathway.Rule] {
    [
      .init(tier: "targeted", ages: try self.years("N1", "N2"), outcome: .programme(self.early.id)),
      .init(tier: "targeted", ages: try self.years("R", "2"), outcome: .programme(self.school.id)),
      .init(tier: "specialist", ages: try self.years("N1", "2"), outcome: .programme(self.therapy.id)),
      .init(
        tier: "universal",
        ages: try self.years("N1", "2"),
        outcome: .noVisits(because: "offer of the setting")
      ),
      .init(tier: "review", ages: try self.years("N1", "2"), outcome: .therapistDecides),
    ]
  }

  static func pathway(
    tiers: [String] = ["universal", "targeted", "specialist", "review"],
    programmes: [Programme] = [early, school, therapy],
    rules: [Pathway.Rule]? = nil,
    screening: Pathway.ScreeningVisits? = .init(
      minutesAChild: 10,
      setUpMinutes: 10,
      longestMinutes: 70,
      weight: 200
    )
  ) throws -> Pathway {
    Pathway(
      id: "sample",
      title: "Sample",
      tiers: tiers,
      covers: try self.years("N1", "2"),
      programmes: programmes,
      rules: try rules ?? self.rules(),
      screening: screening
    )
  }

  /// The sample's early programme with some numbers changed.
  static func programme(
    size: ClosedRange<Int> = 3...6,
    sessionsAWeek: Int = 2,
    weeks: Int = 9,
    minutes: Int = 30,
    gapDays: Int = 1,
    weight: Int = 400,
    rescreenAfterWeeks: Int? = nil,
    assessFirst: Programme.Assessment? = nil
  ) -> Programme {
    Programme(
      id: ProgrammeID("early"),
      title: "Early group",
      groupSize: size,
      sessionsAWeek: sessionsAWeek,
      weeks: weeks,
      minutes: minutes,
      gapDays: gapDays,
      weight: weight,
      assessFirst: assessFirst,
      rescreenAfterWeeks: rescreenAfterWeeks
    )
  }
}
