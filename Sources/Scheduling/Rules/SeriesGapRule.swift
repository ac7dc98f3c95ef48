// SPDX-License-Identifier: Apache-2.0

/// Any two placed visits of a series are on days at least its gap apart.
public struct SeriesGapRule: RotaRule {
  public static let code = RotaRuleCode.seriesGap

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.membersOfSeries.compactMap { series, members in
      let days = members.map(\.day).sorted()
      guard zip(days, days.dropFirst()).contains(where: { $1 - $0 < series.gapDays }) else { return nil }
      let named = days.map { rota.problem.dayName($0) }.joined(separator: ", ")
      let what = "is on \(named); its days must be \(series.gapDays) apart"
      return Breach(.seriesGap, series: series.id, "series \(series.id) \(what)")
    }
  }
}
