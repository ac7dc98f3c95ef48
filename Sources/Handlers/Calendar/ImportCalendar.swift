// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Adds and updates terms, half-terms, bank holidays, INSET days and closures in one transaction.
public enum ImportCalendar: Operation {
  public struct Input: Sendable {
    public let entries: [CalendarEntryRecord]
    public let apply: Bool

    public init(entries: [CalendarEntryRecord], apply: Bool) {
      self.entries = entries
      self.apply = apply
    }
  }

  public static let name = "calendar.import"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> ImportReport {
    try await practice.change(apply: input.apply, as: person) { records in
      let changes = try input.entries.map { entry in
        guard entry.to.days(since: entry.from) <= 366 else {
          throw Fault(
            .notValid, "the entry runs from \(entry.from) to \(entry.to), more than a year",
            at: "calendar entry \(entry.id)", maybe: "check the year of both dates")
        }
        return (record: entry.id, change: try records.put(entry))
      }
      _ = try records.schoolCalendar()
      return ImportReport(applied: input.apply, changes)
    }
  }
}
