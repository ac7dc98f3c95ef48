// SPDX-License-Identifier: Apache-2.0

import Screening
import Storage
public import Vocabulary

/// Scores drafts one after another and keeps what is not kept yet.
struct ScreeningKeeper {
  private let assessment: Assessment
  private var cohorts: CohortBook
  private let practice: Practice
  private var isDefinitionKept = false

  init(_ assessment: Assessment, _ cohorts: CohortBook, _ practice: Practice) {
    self.assessment = assessment
    self.cohorts = cohorts
    self.practice = practice
  }

  /// Keeps a draft, or finds the same answers kept, whether or not they were amended since. Nothing is written
  /// when it throws.
  ///
  /// - Parameters:
  ///   - id: made by whoever screened; `nil` = a new one.
  ///   - known: of the drafts that are kept together.
  /// - Throws: `screening.id-taken` when something else is kept under `id`; `screening.already-kept` when other
  ///   answers of the same child, screener, date and phase are; what finding the child and scoring throw.
  mutating func keep(
    _ draft: ScreeningDraft, id: ScreeningID? = nil, knowing known: inout KnownScreenings, in records: Records
  ) throws -> (record: ScreeningRecord, change: Change) {
    let child =
      if draft.identifier == nil, let child = known.child(draft.child) { child } else { try records.child(of: draft) }
    try Self.check(draft, against: child)
    var record = try self.assessment.record(
      draft.content, id: id ?? ScreeningID(self.practice.newID()), for: child, on: draft.testDate,
      concerns: draft.concerns, cohort: nil, at: records.now, by: draft.examiner, edition: draft.edition)
    if let id, let taken = known.screening(id) {
      guard taken.isOfSameSitting(as: record), taken.says(record) else {
        throw Fault(
          .screeningIDTaken, "something else is kept under this id", at: "screening \(id)",
          maybe: "make a new id for every screening")
      }
      return (taken, .unchanged)
    }
    let kept = try known.kept(like: record, in: records)
    if let same = kept.all.first(where: { $0.says(record) }) { return (same, .unchanged) }
    if let current = kept.current { throw Fault.alreadyKept(current) }
    if record.notScreenedReason == nil, !self.isDefinitionKept {
      try records.keepDefinition(self.assessment.screener.definition, self.practice)
      self.isDefinitionKept = true
    }
    record.cohort = try self.cohorts.cohort(of: child, on: draft.testDate, in: records)
    try records.add(record)
    known.add(record)
    return (record, .added)
  }

  private static func check(_ draft: ScreeningDraft, against child: ChildRecord) throws {
    if let birthDate = draft.birthDate, birthDate != child.birthDate {
      throw Fault(
        .screeningWrongChild, "the birth date in the file is not that of child \(child.id)", at: "birth_date",
        maybe: "check that no row has slipped, then correct the file or the child's record")
    }
    if case .answers = draft.content { try child.checkMayBeScreened() }
  }
}

extension ScreeningRecord {
  /// Whether both are of one child, screener, day and phase.
  fileprivate func isOfSameSitting(as other: ScreeningRecord) -> Bool {
    self.child == other.child && self.screener == other.screener && self.testDate == other.testDate
      && self.phase == other.phase
  }

  /// Whether both hold the same answers, or the same reason for having none.
  fileprivate func says(_ other: ScreeningRecord) -> Bool {
    self.answers == other.answers && self.notScreenedReason == other.notScreenedReason
  }
}

extension ChildRecord {
  /// - Throws: `screening.opted-out`.
  func checkMayBeScreened() throws {
    guard let date = self.optedOut else { return }
    throw Fault(
      .screeningOptedOut, "child \(self.id) was opted out on \(date)", at: "child_ref",
      maybe: "record 'opted-out' as the reason for not screening")
  }
}

extension Fault.Code {
  public static let screeningWrongChild = Fault.Code("screening.wrong-child", .badInput)
  public static let screeningIDTaken = Fault.Code("screening.id-taken", .badInput)
  public static let screeningOptedOut = Fault.Code("screening.opted-out", .badInput)
}
