// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

/// Demand as it is kept, and back. A slot's skills are joined by spaces, windows by `;`.
extension DemandVisit {
  func record(week: SchoolWeek, source: DemandSource) -> DemandVisitRecord {
    DemandVisitRecord(
      id: self.id, series: self.series, setting: self.setting, week: week, kind: self.kind,
      programme: self.programme?.rawValue ?? "", session: self.sessionNumber, minutes: self.minutes,
      slots: self.slots.map { $0.sorted().joined(separator: " ") },
      windows: self.windows.map(\.text).joined(separator: ";"), weight: self.weight,
      preferStaff: self.preferStaff.map(\.rawValue), after: self.after.map(\.visit),
      gapMinutes: self.after.map(\.gapMinutes).max() ?? 0, allowsINSETDays: self.allowsINSETDays,
      reason: self.reason, source: source)
  }

  /// The number at the end of the id; 1 where there is none.
  private var sessionNumber: Int {
    max(1, self.id.rawValue.split(separator: ".").last.flatMap { Int($0) } ?? 1)
  }
}

extension DemandVisitRecord {
  /// - Throws: `store.corrupt` for windows that can't be read.
  func visit(of series: DemandSeriesRecord?) throws -> DemandVisit {
    let windows = try self.windows.split(separator: ";").map { text in
      guard let window = DatedWindow(text) else {
        throw Fault(.storeCorrupt, "a window of the visit can't be read", at: "visit \(self.id)")
      }
      return window
    }
    return DemandVisit(
      id: self.id, setting: self.setting,
      programme: self.programme.isEmpty ? nil : ProgrammeID(self.programme), kind: self.kind,
      minutes: self.minutes,
      slots: self.slots.map { Set($0.split(separator: " ").map(String.init)) }, windows: windows,
      allowsINSETDays: self.allowsINSETDays, weight: self.weight, series: self.series,
      gapDays: series?.gapDays ?? 0,
      sameStaff: series.flatMap { RotaProblem.Series.SameStaff(rawValue: $0.sameStaff.rawValue) } ?? .any,
      after: self.after.map { RotaProblem.Precedence(visit: $0, gapMinutes: self.gapMinutes) },
      preferStaff: self.preferStaff.map { StaffID($0) }, children: [], reason: self.reason)
  }
}
