// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

extension ProblemJSON {
  func problem() throws -> RotaProblem {
    guard let start = CivilDate(self.horizon.start) else {
      throw RotaJSON.malformed(
        "horizon.start is not a date YYYY-MM-DD",
        at: "horizon.start",
        maybe: "write it like 2026-11-30"
      )
    }
    return try RotaProblem(
      name: self.name ?? "",
      horizon: RotaProblem.Horizon(
        start: start,
        days: self.horizon.days.value,
        step: self.horizon.step?.value ?? 1
      ),
      places: try self.places.enumerated().map { try $1.place(at: "places[\($0)]") },
      travel: try self.travelTable(),
      staff: self.staff.map { $0.staff() },
      visits: self.visits.map { $0.visit() },
      series: try (self.series ?? []).enumerated().map { try $1.series(at: "series[\($0)]") },
      published: (self.published?.assignments ?? []).map { $0.assignment() },
      weights: self.weights?.weights() ?? RotaProblem.Weights()
    )
  }

  private func travelTable() throws -> RotaProblem.TravelTable {
    let count = self.places.count
    let rows = self.travel.minutes
    guard rows.count == count else {
      throw RotaJSON.malformed(
        "travel.minutes has \(rows.count) rows for \(count) places",
        at: "travel.minutes",
        maybe: "give one row for every place, in the order of places"
      )
    }
    for (position, row) in rows.enumerated() {
      let path = "travel.minutes[\(position)]"
      guard row.count == count else {
        throw RotaJSON.malformed(
          "\(path) has \(row.count) entries for \(count) places",
          at: path,
          maybe: "give one entry for every place, in the order of places"
        )
      }
      if let column = row.firstIndex(where: { !(0...Int(Int32.max)).contains($0.value) }) {
        let here = "\(path)[\(column)]"
        throw RotaJSON.malformed("\(here) is \(row[column].value), not minutes of a journey", at: here)
      }
    }
    let minutes = rows.flatMap { row in row.map { Int32(clamping: $0.value) } }
    guard let table = RotaProblem.TravelTable(count: count, minutes: minutes) else {
      throw RotaJSON.malformed("travel.minutes is not a square of minutes", at: "travel.minutes")
    }
    return table
  }
}

extension ProblemJSON.Place {
  fileprivate func place(at path: String) throws -> RotaProblem.Place {
    var coordinate: Coordinate?
    switch (self.lat, self.lon) {
    case (nil, nil): break
    case (let lat?, let lon?):
      coordinate = Coordinate(latitude: lat, longitude: lon)
      guard coordinate != nil else {
        throw RotaJSON.malformed(
          "\(path) lies nowhere: latitudes are -90 to 90, longitudes -180 to 180",
          at: "\(path).lat"
        )
      }
    case (nil, _?): throw RotaJSON.malformed("\(path).lat is missing", at: "\(path).lat", maybe: "give both")
    case (_?, nil): throw RotaJSON.malformed("\(path).lon is missing", at: "\(path).lon", maybe: "give both")
    }
    return RotaProblem.Place(
      id: PlaceID(self.id),
      name: self.name ?? "",
      coordinate: coordinate,
      rooms: self.rooms?.value ?? 1
    )
  }
}

extension ProblemJSON.Staff {
  fileprivate func staff() -> RotaProblem.Staff {
    RotaProblem.Staff(
      id: StaffID(self.id),
      name: self.name ?? "",
      role: self.role ?? "",
      skills: Set(self.skills ?? []),
      shifts: self.shifts.map {
        RotaProblem.Shift(
          day: $0.day.value,
          start: $0.start.minute,
          end: $0.end.minute,
          from: PlaceID($0.from),
          to: PlaceID($0.to)
        )
      },
      weekMinutes: self.week_minutes?.value,
      contactMinutes: self.contact_minutes?.value,
      rest: self.break.map {
        RotaProblem.Break(
          minutes: $0.minutes.value,
          earliest: $0.earliest.minute,
          latest: $0.latest.minute,
          shiftOver: $0.shift_over?.value ?? 0
        )
      }
    )
  }
}

extension ProblemJSON.Visit {
  func visit() -> RotaProblem.Visit {
    RotaProblem.Visit(
      id: VisitID(self.id),
      place: PlaceID(self.place),
      minutes: self.minutes.value,
      kind: self.kind ?? "",
      slots: (self.slots ?? []).map { Set($0) },
      windows: self.windows.map { $0.window() },
      weight: self.weight?.value ?? 0,
      preferStaff: (self.prefer_staff ?? []).map { StaffID($0) },
      forbidStaff: Set((self.forbid_staff ?? []).map { StaffID($0) }),
      preferWindows: (self.prefer_windows ?? []).map { $0.window() },
      series: self.series.map { SeriesID($0) },
      after: (self.after ?? []).map {
        RotaProblem.Precedence(visit: VisitID($0.visit), gapMinutes: $0.gap_minutes?.value ?? 0)
      },
      pin: self.pin.map {
        RotaProblem.Pin(
          staff: $0.staff.map { $0.map { StaffID($0) } },
          day: $0.day?.value,
          start: $0.start?.minute
        )
      }
    )
  }
}

extension ProblemJSON.Window {
  fileprivate func window() -> RotaProblem.Window {
    RotaProblem.Window(day: self.day.value, start: self.start.minute, end: self.end.minute)
  }
}

extension ProblemJSON.Series {
  fileprivate func series(at path: String) throws -> RotaProblem.Series {
    let name = self.same_staff ?? RotaProblem.Series.SameStaff.any.rawValue
    guard let sameStaff = RotaProblem.Series.SameStaff(rawValue: name) else {
      throw RotaJSON.malformed(
        "\(path).same_staff is '\(name)'",
        at: "\(path).same_staff",
        maybe: "use require, prefer or any"
      )
    }
    return RotaProblem.Series(id: SeriesID(self.id), gapDays: self.gap_days?.value ?? 0, sameStaff: sameStaff)
  }
}

extension ProblemJSON.Weights {
  fileprivate func weights() -> RotaProblem.Weights {
    var weights = RotaProblem.Weights()
    weights.travel = self.travel?.value ?? 0
    weights.preferStaff = self.prefer_staff?.value ?? 0
    weights.seriesStaff = self.series_staff?.value ?? 0
    weights.preferWindow = self.prefer_window?.value ?? 0
    weights.balance = self.balance?.value ?? 0
    weights.changedStaff = self.changed_staff?.value ?? 0
    weights.changedDay = self.changed_day?.value ?? 0
    weights.changedStart = self.changed_start?.value ?? 0
    weights.shift = self.shift?.value ?? 0
    return weights
  }
}
