// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// One person's short day with more asked for than it can hold, the same for the same seed: few routes are long, many are
/// there.
enum CrowdedDay {
  /// - Parameters:
  ///   - visits: of one slot each; now and then two of a series with a gap.
  ///   - isMetric: whether the ways are those of a grid of streets; otherwise any.
  static func make(seed: UInt64, visits: Int, isMetric: Bool) throws -> RotaProblem {
    var random = SeededGenerator(seed: seed)
    func pick<T>(_ list: [T]) -> T { list[random.below(list.count)] }
    let places = (0..<5).map { RotaProblem.Place(id: PlaceID("s\($0)"), name: "", rooms: 9) }
    let spots = places.map { _ in (random.below(5), random.below(5)) }
    let minutes = places.indices.flatMap { a in
      places.indices.map { b in
        isMetric
          ? Int32(5 * (abs(spots[a].0 - spots[b].0) + abs(spots[a].1 - spots[b].1)))
          : a == b ? 0 : Int32(5 * (1 + random.below(6)))
      }
    }
    let opens = pick([480, 510])
    let rest = RotaProblem.Break(minutes: pick([15, 30]), earliest: 540, latest: pick([600, 660]), shiftOver: 90)
    let person = RotaProblem.Staff(
      id: StaffID("p0"), name: "",
      shifts: [
        .init(day: 0, start: opens, end: opens + pick([150, 180, 200]), from: places[0].id, to: pick(places).id)
      ],
      contactMinutes: pick([nil, 60, 90, 120]), rest: random.below(2) == 0 ? rest : nil)
    func window(_ length: Int) -> RotaProblem.Window {
      let start = 480 + 15 * random.below(11)
      return .init(day: 0, start: start, end: start + length)
    }
    let asked = (0..<visits).map { index in
      let length = pick([20, 30, 40])
      return RotaProblem.Visit(
        id: VisitID("v\(index)"), place: pick(places).id, minutes: length,
        windows: (0...random.below(3)).map { _ in window(length + pick([0, 10, 30, 60])) }, weight: 100,
        preferStaff: random.below(5) == 0 ? [StaffID("p1")] : [],
        preferWindows: random.below(3) == 0 ? [window(50), window(90)] : [],
        series: index < 2 && random.below(2) == 0 ? SeriesID("g") : nil)
    }
    var weights = RotaProblem.Weights()
    (weights.travel, weights.shift) = (pick([1, 2]), pick([0, 15]))
    (weights.preferStaff, weights.preferWindow) = (20, pick([0, 10, 45]))
    return try RotaProblem(
      name: "crowded", horizon: .init(start: try #require(CivilDate("2026-11-30")), days: 1, step: 5), places: places,
      travel: try #require(RotaProblem.TravelTable(count: places.count, minutes: minutes)),
      staff: [person, .init(id: StaffID("p1"), name: "", shifts: [])], visits: asked,
      series: [.init(id: SeriesID("g"), gapDays: 1)], weights: weights)
  }
}
