// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

/// How far every child's course has come, from the visits of earlier weeks.
struct CourseBook {
  private let progress: [ChildID: DemandInputs.Progress]

  /// - Parameters:
  ///   - sessions: as ``Storage/Records/courseSessions(before:)`` gives them.
  ///   - assumed: visits that are taken as held though nobody has said so.
  init(_ sessions: [CourseSession], pathway: Pathway, assumed: Set<VisitID>, history: RotaHistory) {
    var held: [SeriesID: Set<VisitID>] = [:]
    var started: [SeriesID: SchoolWeek] = [:]
    for session in sessions {
      guard let series = session.series else { continue }
      started[series] = min(started[series] ?? session.week, session.week)
      if session.wasHeld || assumed.contains(session.visit) { held[series, default: []].insert(session.visit) }
    }
    var progress: [ChildID: DemandInputs.Progress] = [:]
    for (child, sessions) in Dictionary(grouping: sessions, by: \.child) {
      guard let latest = sessions.last(where: { $0.series != nil }), let series = latest.series,
        let start = started[series]
      else { continue }
      let assessment = pathway.programme(ProgrammeID(latest.programme))?.assessFirst?.kind
      progress[child] = DemandInputs.Progress(
        series: series, programme: ProgrammeID(latest.programme), started: start,
        sessionsHeld: held[series]?.count ?? 0,
        isAssessed: sessions.contains {
          $0.kind == assessment && $0.programme == latest.programme
            && ($0.wasHeld || assumed.contains($0.visit))
        },
        lastSession: history.seen[series]?.lastDay)
    }
    self.progress = progress
  }

  subscript(child: ChildID) -> DemandInputs.Progress? { self.progress[child] }
}
