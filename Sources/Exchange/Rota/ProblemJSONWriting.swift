// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

extension ProblemJSON {
  init(_ problem: RotaProblem) {
    let places = problem.places.indices
    self.init(
      format: RotaProblemFile.format,
      name: problem.name,
      horizon: Horizon(
        start: problem.horizon.start.description,
        days: WholeJSON(problem.horizon.days),
        step: WholeJSON(problem.horizon.step)
      ),
      places: problem.places.map {
        Place(
          id: $0.id.rawValue,
          name: $0.name,
          lat: $0.coordinate?.latitude,
          lon: $0.coordinate?.longitude,
          rooms: WholeJSON($0.rooms)
        )
      },
      travel: Travel(minutes: places.map { from in places.map { WholeJSON(problem.travel[from, $0]) } }),
      staff: problem.staff.map { Staff($0) },
      visits: problem.visits.map { Visit($0) },
      series: problem.series.map {
        Series(id: $0.id.rawValue, gap_days: WholeJSON($0.gapDays), same_staff: $0.sameStaff.rawValue)
      },
      published: Published(assignments: problem.published.map { AnswerJSON.Assignment($0) }),
      weights: Weights(problem.weights)
    )
  }
}

extension ProblemJSON.Staff {
  fileprivate init(_ staff: RotaProblem.Staff) {
    self.init(
      id: staff.id.rawValue,
      name: staff.name,
      role: staff.role,
      skills: staff.skills.sorted(),
      shifts: staff.shifts.map {
        ProblemJSON.Shift(
          day: WholeJSON($0.day),
          start: ClockJSON($0.start),
          end: ClockJSON($0.end),
          from: $0.from.rawValue,
          to: $0.to.rawValue
        )
      },
      week_minutes: WholeJSON?(staff.weekMinutes),
      contact_minutes: WholeJSON?(staff.contactMinutes),
      break: staff.rest.map {
        ProblemJSON.Rest(
          minutes: WholeJSON($0.minutes),
          earliest: ClockJSON($0.earliest),
          latest: ClockJSON($0.latest),
          shift_over: WholeJSON($0.shiftOver)
        )
      }
    )
  }
}

extension ProblemJSON.Visit {
  fileprivate init(_ visit: RotaProblem.Visit) {
    self.init(
      id: visit.id.rawValue,
      place: visit.place.rawValue,
      minutes: WholeJSON(visit.minutes),
      kind: visit.kind,
      slots: visit.slots.map { $0.sorted() },
      windows: visit.windows.map { ProblemJSON.Window($0) },
      weight: WholeJSON(visit.weight),
      prefer_staff: visit.preferStaff.map(\.rawValue),
      forbid_staff: visit.forbidStaff.map(\.rawValue).sorted(),
      prefer_windows: visit.preferWindows.map { ProblemJSON.Window($0) },
      series: visit.series?.rawValue,
      after: visit.after.map {
        ProblemJSON.After(visit: $0.visit.rawValue, gap_minutes: WholeJSON($0.gapMinutes))
      },
      pin: visit.pin.map {
        ProblemJSON.Pin(
          staff: $0.staff?.map(\.rawValue),
          day: WholeJSON?($0.day),
          start: $0.start.map { ClockJSON($0) }
        )
      }
    )
  }
}

extension ProblemJSON.Window {
  fileprivate init(_ window: RotaProblem.Window) {
    self.init(day: WholeJSON(window.day), start: ClockJSON(window.start), end: ClockJSON(window.end))
  }
}

extension ProblemJSON.Weights {
  fileprivate init(_ weights: RotaProblem.Weights) {
    self.init(
      travel: WholeJSON(weights.travel),
      prefer_staff: WholeJSON(weights.preferStaff),
      series_staff: WholeJSON(weights.seriesStaff),
      prefer_window: WholeJSON(weights.preferWindow),
      balance: WholeJSON(weights.balance),
      changed_staff: WholeJSON(weights.changedStaff),
      changed_day: WholeJSON(weights.changedDay),
      changed_start: WholeJSON(weights.changedStart),
      shift: WholeJSON(weights.shift)
    )
  }
}
