// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// Small problems with every rule and wish in them, the same for the same seed.
struct RandomProblem {
  private var random: SeededGenerator

  static func make(seed: UInt64, visits: ClosedRange<Int> = 0...18) throws -> RotaProblem {
    var maker = RandomProblem(random: SeededGenerator(seed: seed))
    return try maker.make(visits: visits)
  }

  private mutating func pick<T>(_ list: [T]) -> T { list[self.random.below(list.count)] }
  private mutating func chance(_ percent: Int) -> Bool { self.random.below(100) < percent }

  private mutating func make(visits: ClosedRange<Int>) throws -> RotaProblem {
    let days = self.pick([1, 2, 3, 5])
    let step = self.pick([1, 5, 5, 10, 15])
    let places = (0..<(1 + self.random.below(6))).map { index in
      RotaProblem.Place(id: PlaceID("s\(index)"), name: "", rooms: self.pick([0, 1, 1, 1, 2, 3, 99]))
    }
    let table = (0..<places.count * places.count).map { index -> Int32 in
      let isDiagonal = index % (places.count + 1) == 0
      return isDiagonal && self.chance(95) ? 0 : self.pick([0, 5, 7, 10, 15, 20, 33, 60])
    }
    let travel = try #require(RotaProblem.TravelTable(count: places.count, minutes: table))
    let staff = (0..<self.random.below(6)).map { self.person($0, days: days, places: places.map(\.id)) }
    let seriesCount = self.random.below(4)
    let count = visits.lowerBound + self.random.below(visits.count)
    let asked = (0..<count).map { index in
      self.visit(
        index,
        of: count,
        days: days,
        places: places.map(\.id),
        staff: staff.map(\.id),
        series: seriesCount
      )
    }
    var weights = RotaProblem.Weights()
    weights.travel = self.pick([0, 1, 3])
    weights.preferStaff = 20
    weights.seriesStaff = 60
    weights.preferWindow = 10
    weights.balance = self.pick([0, 2])
    weights.changedStaff = 40
    weights.changedDay = 40
    weights.changedStart = 10
    weights.shift = self.pick([0, 15])
    return try RotaProblem(
      name: "random",
      horizon: .init(start: try #require(CivilDate("2026-11-30")), days: days, step: step),
      places: places,
      travel: travel,
      staff: staff,
      visits: asked,
      series: (0..<seriesCount).map {
        .init(
          id: SeriesID("g\($0)"),
          gapDays: self.random.below(3),
          sameStaff: self.pick([.require, .prefer, .any])
        )
      },
      published: staff.isEmpty || self.chance(50) ? [] : self.published(asked, staff.map(\.id), days, step),
      weights: weights
    )
  }

  private mutating func person(_ index: Int, days: Int, places: [PlaceID]) -> RotaProblem.Staff {
    var shifts: [RotaProblem.Shift] = []
    for day in 0..<days where self.chance(80) {
      let start = self.pick([480, 497, 510, 540])
      shifts.append(
        .init(
          day: day,
          start: start,
          end: start + self.pick([180, 300, 420, 480]),
          from: self.pick(places),
          to: self.pick(places)
        )
      )
    }
    return .init(
      id: StaffID("p\(index)"),
      name: "",
      role: self.pick(["t", "u"]),
      skills: Set(["a", "b", "c"].filter { _ in self.chance(70) }),
      shifts: shifts,
      weekMinutes: self.chance(50) ? self.pick([200, 500, 900]) : nil,
      contactMinutes: self.chance(50) ? self.pick([100, 200, 270]) : nil,
      rest: self.chance(60)
        ? .init(
          minutes: self.pick([15, 30, 45]),
          earliest: 690,
          latest: self.pick([780, 840]),
          shiftOver: self.pick([0, 200, 360])
        ) : nil
    )
  }

  private mutating func window(_ days: Int) -> RotaProblem.Window {
    let start = 500 + self.random.below(340)
    return .init(day: self.random.below(days), start: start, end: start + self.pick([30, 60, 120, 180, 300]))
  }

  private mutating func visit(
    _ index: Int,
    of count: Int,
    days: Int,
    places: [PlaceID],
    staff: [StaffID],
    series: Int
  ) -> RotaProblem.Visit {
    let slots = (0..<self.pick([1, 1, 1, 1, 1, 2, 3])).map { _ in
      Set(["a", "b", "c"].filter { _ in self.chance(30) })
    }
    let windows = (0..<self.random.below(6)).map { _ in self.window(days) }
    var after: [RotaProblem.Precedence] = []
    if self.chance(20) {
      after.append(
        .init(
          visit: VisitID("v\(self.random.below(count))"),
          gapMinutes: self.pick([0, 0, 10, 30, -20, -90, 700, 1440])
        )
      )
    }
    var pin: RotaProblem.Pin?
    if self.chance(10) {
      pin = .init(
        staff: !staff.isEmpty && self.chance(40) ? slots.map { _ in self.pick(staff) } : nil,
        day: self.chance(50) ? self.random.below(days) : nil,
        start: self.chance(50) ? windows.first?.start : nil
      )
    }
    return .init(
      id: VisitID("v\(index)"),
      place: self.pick(places),
      minutes: self.pick([10, 20, 30, 45, 60, 90]),
      slots: slots,
      windows: windows,
      weight: self.pick([0, 50, 200, 400, 800]),
      preferStaff: !staff.isEmpty && self.chance(40) ? [self.pick(staff)] : [],
      forbidStaff: !staff.isEmpty && self.chance(20) ? [self.pick(staff)] : [],
      preferWindows: self.chance(40) ? [self.window(days), self.window(days)] : [],
      series: series > 0 && self.chance(50) ? SeriesID("g\(self.random.below(series))") : nil,
      after: after,
      pin: pin
    )
  }

  private mutating func published(
    _ visits: [RotaProblem.Visit],
    _ staff: [StaffID],
    _ days: Int,
    _ step: Int
  ) -> [RotaAnswer.Assignment] {
    visits.compactMap { visit in
      guard self.chance(60) else { return nil }
      let start = (540 + self.random.below(300)) / step * step
      return .init(
        visit: visit.id,
        staff: visit.slots.map { _ in self.pick(staff) },
        day: self.random.below(days),
        start: start
      )
    }
  }
}
