// SPDX-License-Identifier: Apache-2.0

/// For every series that prefers the same staff, each list of people beyond the first. The order of people
/// in a list counts.
public struct SeriesStaffCost: RotaCostTerm {
  public static let name = RotaCost.Term.seriesStaff

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    let extra = rota.membersOfSeries.reduce(0) { sum, entry in
      guard entry.series.sameStaff == .prefer else { return sum }
      return sum + Set(entry.members.map(\.staff)).count - 1
    }
    return rota.problem.weights.seriesStaff * extra
  }
}
