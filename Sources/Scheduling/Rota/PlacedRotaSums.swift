// SPDX-License-Identifier: Apache-2.0

extension PlacedRota {
  /// Visits and journeys of the week, one entry a person; only days with a shift count.
  public var workedMinutes: [Int] {
    self.sums { $0.visitMinutes + $0.travelMinutes }
  }

  /// Visit minutes of the week, one entry a person; only days with a shift count.
  public var visitMinutes: [Int] {
    self.sums(\.visitMinutes)
  }

  /// The published assignments of visits that are placed, each with where the visit is now.
  var publishedAndPlaced: [(held: RotaAnswer.Assignment, now: Placement)] {
    self.problem.published.compactMap { held in
      self.problem.visitIndex[held.visit].flatMap { self.placement(of: $0) }.map { (held, $0) }
    }
  }

  private func sums(_ minutes: (PersonDay) -> Int) -> [Int] {
    var sums = Array(repeating: 0, count: self.problem.staff.count)
    for day in self.days where day.frame != nil { sums[day.staff] += minutes(day) }
    return sums
  }
}
