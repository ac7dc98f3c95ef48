// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// A keeper for every screener and phase that is met, each made once.
struct ScreeningKeepers {
  private struct Kind: Hashable {
    let screener: String
    let phase: ScreeningPhase
  }

  private let calendar: SchoolCalendar
  private let practice: Practice
  private var keepers: [Kind: ScreeningKeeper] = [:]

  init(in records: Records, _ practice: Practice) throws {
    self.calendar = try records.schoolCalendar()
    self.practice = practice
  }

  /// - Throws: what finding the screener and ``ScreeningKeeper/keep(_:id:knowing:in:)`` throw.
  mutating func keep(
    _ entry: KeepScreenings.Entry, id: ScreeningID?, knowing known: inout KnownScreenings, in records: Records
  ) throws -> (record: ScreeningRecord, change: Change) {
    let kind = Kind(screener: entry.screener, phase: entry.phase)
    var keeper = try self.keepers[kind] ?? self.keeper(kind, records)
    defer { self.keepers[kind] = keeper }
    return try keeper.keep(entry.draft, id: id, knowing: &known, in: records)
  }

  private func keeper(_ kind: Kind, _ records: Records) throws -> ScreeningKeeper {
    let assessment = Assessment(
      screener: try self.practice.prepared(kind.screener), phase: kind.phase, person: records.principal)
    return ScreeningKeeper(assessment, CohortBook(self.calendar), self.practice)
  }
}
