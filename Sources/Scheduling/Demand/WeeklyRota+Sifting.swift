// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension WeeklyRota {
  typealias Kept = (visit: DemandVisit, windows: [RotaProblem.Window])

  static func lastSeen(by working: Set<StaffID>, _ team: Team) -> [SeriesID: [StaffID]] {
    var lastSeen = team.lastSeen
    for series in team.history.seen.keys {
      lastSeen[series] = team.history.knownFaces(of: series, working: working)
    }
    return lastSeen
  }

  static func sift(
    _ demand: [DemandVisit],
    _ week: SchoolWeek,
    _ days: Int,
    _ places: Set<PlaceID>,
    _ calendar: SchoolCalendar,
    _ team: Team
  ) -> ([Kept], [RotaAnswer.LeftOut]) {
    var kept: [Kept] = []
    var reasons: [VisitID: String] = [:]
    for visit in demand.sorted(by: { $0.id < $1.id }) {
      let opens = Self.opening(of: visit, week, calendar, team)
      let days = 0..<days
      var isTooSoon = false
      let windows = visit.windows.compactMap { window -> RotaProblem.Window? in
        let day = window.date.days(since: week.monday)
        let closed = calendar.noSchool(on: window.date, at: visit.setting)
        guard days.contains(day), closed == nil || (visit.allowsINSETDays && closed == .inset) else {
          return nil
        }
        if let opens, window.date < opens {
          isTooSoon = true
          return nil
        }
        return RotaProblem.Window(day: day, start: window.start.minute, end: window.end.minute)
      }
      if !places.contains(PlaceID(visit.setting.rawValue)) {
        reasons[visit.id] = "the setting '\(visit.setting)' is not among the places of the rota"
      } else if windows.isEmpty {
        reasons[visit.id] =
          isTooSoon
          ? "the days on which it could take place are too soon after the last session of its series"
          : "the setting is closed on every day on which the visit could take place"
      } else {
        kept.append((visit, windows))
      }
    }
    // What must follow a visit that is gone is gone too, and so on down the line.
    var ids = Set(kept.map(\.visit.id))
    while let lost = kept.firstIndex(where: { $0.visit.after.contains { !ids.contains($0.visit) } }) {
      let visit = kept.remove(at: lost).visit
      ids.remove(visit.id)
      let missing = visit.after.first { !ids.contains($0.visit) }?.visit.rawValue ?? ""
      reasons[visit.id] = "it must follow the visit '\(missing)', which is not on the rota"
    }
    return (
      kept, reasons.sorted { $0.key < $1.key }.map { RotaAnswer.LeftOut(visit: $0.key, reason: $0.value) }
    )
  }

  /// The first day that is far enough from the last session of earlier weeks; `nil` where any day is.
  private static func opening(
    of visit: DemandVisit,
    _ week: SchoolWeek,
    _ calendar: SchoolCalendar,
    _ team: Team
  ) -> CivilDate? {
    guard let last = visit.series.flatMap({ team.history.seen[$0]?.lastDay }), last < week.monday else { return nil }
    return SeriesGap.opens(
      after: last,
      gapDays: visit.gapDays,
      counting: team.carryOver.gapCounts,
      in: calendar,
      at: visit.setting
    )
  }

  /// The first visit of a series speaks for it.
  static func series(of visits: [DemandVisit]) -> [RotaProblem.Series] {
    var series: [SeriesID: RotaProblem.Series] = [:]
    for visit in visits {
      guard let id = visit.series, series[id] == nil else { continue }
      series[id] = RotaProblem.Series(id: id, gapDays: visit.gapDays, sameStaff: visit.sameStaff)
    }
    return series.values.sorted { $0.id < $1.id }
  }
}
