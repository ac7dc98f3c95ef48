// SPDX-License-Identifier: Apache-2.0

/// Where a series requires the same staff, all its placed visits have one and the same list of people.
public struct SeriesStaffRule: RotaRule {
  public static let code = RotaRuleCode.seriesStaff

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.membersOfSeries.compactMap { series, members in
      guard series.sameStaff == .require, Set(members.map(\.staff)).count > 1 else { return nil }
      let what = "needs the same people at every visit and has \(Set(members.map(\.staff)).count) lists"
      return Breach(.seriesStaff, series: series.id, "series \(series.id) \(what)")
    }
  }
}
