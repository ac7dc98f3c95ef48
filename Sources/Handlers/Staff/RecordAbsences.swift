// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Writes down when people are away; a rota made later leaves them out. An absence is known by person and
/// first day (and hours): the same one again changes its end or its reason.
public enum RecordAbsences: Operation {
  public struct Absence: Sendable {
    public let staff: StaffID
    public let from: CivilDate
    public let to: CivilDate
    /// Part of one day; both or neither.
    public let start: TimeOfDay?
    public let end: TimeOfDay?
    /// `leave`, `training`; never a medical reason.
    public let kind: String

    public init(
      staff: StaffID, from: CivilDate, to: CivilDate, start: TimeOfDay? = nil, end: TimeOfDay? = nil,
      kind: String
    ) {
      self.staff = staff
      self.from = from
      self.to = to
      self.start = start
      self.end = end
      self.kind = kind
    }
  }

  public struct Input: Sendable {
    public let absences: [Absence]
    public let apply: Bool

    public init(absences: [Absence], apply: Bool) {
      self.absences = absences
      self.apply = apply
    }
  }

  public static let name = "staff.absence"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> ImportReport {
    try await practice.change(apply: input.apply, as: person) { records in
      let changes = try input.absences.map { absence in
        guard try records.staff(absence.staff) != nil else {
          throw Fault(
            .notFound, "there is no member of staff '\(absence.staff)'", maybe: "see 'elsec staff list'")
        }
        guard absence.from <= absence.to else {
          throw Fault(
            .notValid, "the absence of \(absence.staff) ends on \(absence.to), before it begins on \(absence.from)",
            maybe: "swap the two dates")
        }
        let hours = try absence.hours
        let id = "\(absence.staff)@\(absence.from)\(hours.isEmpty ? "" : " \(hours)")"
        let record = StaffAbsenceRecord(
          id: AbsenceID(id), staff: absence.staff, from: absence.from, to: absence.to, hours: hours,
          reason: absence.kind)
        return (record: id, change: try records.put(record))
      }
      return ImportReport(applied: input.apply, changes)
    }
  }
}

extension RecordAbsences.Absence {
  /// `13:00-16:30`, or empty for whole days.
  ///
  /// - Throws: `record.not-valid` for half a pair of times, times that hold nothing, or more than one day.
  fileprivate var hours: String {
    get throws {
      if self.start == nil, self.end == nil { return "" }
      guard let start = self.start, let end = self.end, start < end, self.from == self.to else {
        throw Fault(
          .notValid,
          "the hours of the absence of \(self.staff) are not a stretch of one day",
          maybe: "give the day, when the time away begins and when it ends; one absence a day"
        )
      }
      return "\(start)-\(end)"
    }
  }
}
