// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import Storage
import Vocabulary

/// Several weeks planned together, for printing.
struct RotaWeeksReport: Encodable {
  struct Week: Encodable {
    let week: String
    /// `planned`, `published`, `holiday` or `nothing-asked`.
    let state: String
    let because: String?
    let rota: String?
    let placed: Int?
    let of: Int?
    let leftOut: Int?
    let travelMinutes: Int?
    let cost: Int?
    let owed: OwedReport?
    /// Late finishes of the person with the fewest and the most, of those with a shift.
    let lateFinishes: [Int]?
    let added: Int?
    let changed: Int?
    let cancelled: Int?
  }

  struct Series: Encodable {
    let series: String
    /// People who saw it in these weeks.
    let faces: Int
    /// With those of the weeks looked back on.
    let facesWithHistory: Int
    let sessions: Int
  }

  struct Carried: Encodable {
    let shiftMinutes: Int
    let driveMinutes: Int
    let lateFinishes: Int
    let hardVisits: Int
    /// For every 100 hours of shift, in hundredths.
    let drivePer100h: Int?
    let latePer100h: Int?
    let hardPer100h: Int?

    init(_ load: CarriedLoad) {
      self.shiftMinutes = load.shiftMinutes
      self.driveMinutes = load.driveMinutes
      self.lateFinishes = load.lateFinishes
      self.hardVisits = load.hardVisits
      self.drivePer100h = load.per100Hours(\.driveMinutes)
      self.latePer100h = load.per100Hours(\.lateFinishes)
      self.hardPer100h = load.per100Hours(\.hardVisits)
    }
  }

  struct Person: Encodable {
    let staff: String
    let planned: Carried
    let withHistory: Carried
  }

  let weeks: [Week]
  let takenAsHeld: Int
  let series: [Series]
  let people: [Person]

  init(_ done: PlanWeeks.Output) {
    self.weeks = done.weeks.map(Week.init)
    self.takenAsHeld = done.takenAsHeld
    self.series = done.planned.seen.sorted { $0.key < $1.key }.map { id, seen in
      Series(
        series: id.rawValue, faces: seen.faces, facesWithHistory: done.whole.seen[id]?.faces ?? seen.faces,
        sessions: seen.held)
    }
    self.people = done.planned.loads.sorted { $0.key < $1.key }.map { id, load in
      Person(
        staff: id.rawValue, planned: Carried(load), withHistory: Carried(done.whole.loads[id] ?? load))
    }
  }

  /// A line a week, the faces, and the table of what each person carries.
  var words: [String] {
    let once = self.series.count { $0.faces == 1 }
    let most = self.series.map(\.faces).max() ?? 0
    let faces =
      self.series.isEmpty
      ? []
      : ["faces: \(once) of \(self.series.count) series see one person in these weeks, none sees more than \(most)"]
    return self.weeks.map(\.line) + faces
  }

  /// Per 100 hours of shift, so that part-time and full-time people compare.
  var table: String {
    var table = TextTable([
      ("person", .left), ("shift h", .right), ("drive min", .right), ("late", .right), ("hard", .right),
      ("drive/100 h", .right), ("late/100 h", .right), ("hard/100 h", .right), ("with history", .right),
    ])
    for person in self.people {
      let (now, whole) = (person.planned, person.withHistory)
      table.add(
        person.staff, "\(now.shiftMinutes / 60)", "\(now.driveMinutes)", "\(now.lateFinishes)", "\(now.hardVisits)",
        Self.decimal(now.drivePer100h), Self.decimal(now.latePer100h), Self.decimal(now.hardPer100h),
        [whole.drivePer100h, whole.latePer100h, whole.hardPer100h].map(Self.decimal).joined(separator: " "))
    }
    return table.text
  }

  /// `133` → `1.33`.
  private static func decimal(_ hundredths: Int?) -> String {
    guard let hundredths else { return "-" }
    let rest = "\(hundredths % 100)"
    return "\(hundredths / 100).\(rest.count == 1 ? "0" : "")\(rest)"
  }
}

extension RotaWeeksReport.Week {
  init(_ done: PlannedWeek) {
    let report = done.rota.map { RotaReport($0) }
    let (state, because): (String, String?) =
      switch done.state {
      case .holiday(let reason): ("holiday", reason)
      case .nothingAsked: ("nothing-asked", nil)
      case .published: ("published", nil)
      case .planned: ("planned", nil)
      }
    let demand: DeriveDemand.Output? = if case .planned(_, let demand) = done.state { demand } else { nil }
    let late = done.loads.values.filter { $0.shiftMinutes > 0 }.map(\.lateFinishes)
    self.init(
      week: "\(done.week)", state: state, because: because, rota: report?.rota, placed: report?.placed,
      of: report?.of, leftOut: report.map { $0.of - $0.placed }, travelMinutes: report?.travelMinutes,
      cost: report?.cost["total"], owed: done.owed.map { OwedReport($0) },
      lateFinishes: late.min().flatMap { least in late.max().map { [least, $0] } },
      added: demand?.report.added, changed: demand?.report.changed, cancelled: demand?.cancelled)
  }

  fileprivate var line: String {
    guard let placed = self.placed, let of = self.of, let leftOut = self.leftOut else {
      return "\(self.week): \(self.because ?? "nothing is asked for")"
    }
    let state = self.state == "published" ? "published, " : ""
    let owed = self.owed.map { ", owed \($0.sessions) at \($0.price)\($0.pastEnd > 0 ? ", lost \($0.pastEnd)" : "")" }
    let late = self.lateFinishes.map { ", late finishes \($0[0]) to \($0[1])" }
    let travel = counted(self.travelMinutes ?? 0, "minute")
    return
      "\(self.week): \(state)\(placed) of \(of) placed, \(leftOut) left out, \(travel) of travel, "
      + "cost \(self.cost ?? 0)\(owed ?? "")\(late ?? "")"
  }
}
