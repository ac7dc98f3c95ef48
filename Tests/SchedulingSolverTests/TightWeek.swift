// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// A few people with several days each, whose week is full long before their days are; the same for the same seed.
enum TightWeek {
  /// - Parameter isLimited: otherwise the same weeks without their limits.
  static func make(seed: UInt64, isLimited: Bool = true) throws -> RotaProblem {
    var random = SeededGenerator(seed: seed)
    func pick<T>(_ list: [T]) -> T { list[random.below(list.count)] }
    let days = pick([3, 4, 5])
    let places = (0..<4).map { RotaProblem.Place(id: PlaceID("s\($0)"), name: "", rooms: pick([2, 9])) }
    let minutes = (0..<16).map { Int32($0 % 5 == 0 ? 0 : pick([5, 10, 20, 35])) }
    let staff = (0..<pick([1, 2, 3])).map { person -> RotaProblem.Staff in
      let limit = pick([110, 180, 240, 330])
      return RotaProblem.Staff(
        id: StaffID("p\(person)"), name: "", skills: person == 0 ? ["a", "b"] : ["b"],
        shifts: (0..<days).map { .init(day: $0, start: 510, end: 960, from: places[0].id, to: places[0].id) },
        weekMinutes: isLimited ? limit : nil)
    }
    let visits = (0..<16).map { index in
      let open = Set((0..<days).filter { _ in random.below(100) < 70 } + [random.below(days)]).sorted()
      let isJoint = staff.count > 1 && random.below(8) == 0
      return RotaProblem.Visit(
        id: VisitID("v\(index)"), place: pick(places).id, minutes: pick([20, 30, 45, 60]),
        slots: isJoint ? [["a"], ["b"]] : [pick([["a"], ["b"], []])],
        windows: open.map { .init(day: $0, start: 540, end: pick([720, 900])) }, weight: pick([100, 200, 400]),
        series: random.below(3) == 0 ? SeriesID("g") : nil)
    }
    var weights = RotaProblem.Weights()
    (weights.travel, weights.seriesStaff, weights.balance) = (1, 30, pick([0, 2]))
    return try RotaProblem(
      name: "tight week", horizon: .init(start: try #require(CivilDate("2026-11-30")), days: days, step: 5),
      places: places, travel: try #require(RotaProblem.TravelTable(count: 4, minutes: minutes)), staff: staff,
      visits: visits, series: [.init(id: SeriesID("g"), gapDays: pick([0, 1]), sameStaff: pick([.prefer, .any]))],
      weights: weights)
  }
}
