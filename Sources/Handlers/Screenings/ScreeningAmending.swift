// SPDX-License-Identifier: Apache-2.0

import Screening
import Storage
import Vocabulary

/// What a screening is to say from now on.
struct ScreeningAmending {
  /// All of them, not only those that change.
  let answers: ScreeningAnswers
  let day: CivilDate
  let reason: String
  let concerns: Set<Concern>
  let id: ScreeningID
  /// Who screened, where it is not the person who amends.
  var examiner: String?

  /// Keeps a new screening that supersedes `old`, scored by the very definition that scored the old one, with what is
  /// known of the child now.
  func amend(_ old: ScreeningRecord, in records: Records, _ practice: Practice) throws -> ScreeningRecord {
    guard let child = try records.child(old.child) else { throw Fault.noChild(old.child) }
    var shelf = DefinitionShelf(practice)
    let (screener, place) = try shelf.screener(for: old, in: records)
    guard self.answers != ScreeningText.answers(in: old.answers) || self.day != old.testDate else {
      throw Fault(
        .notValid, "the amendment changes nothing", at: "screening \(old.id)",
        maybe: "name at least one item with another answer")
    }
    try child.checkMayBeScreened()
    var book = CohortBook(try records.schoolCalendar())
    let cohort =
      book.isOneTerm(self.day, old.testDate) ? old.cohort : try book.cohort(of: child, on: self.day, in: records)
    let record = try Assessment(screener: screener, phase: old.phase, person: records.principal).record(
      .answers(self.answers), id: self.id, for: child, on: self.day, concerns: self.concerns, cohort: cohort,
      at: records.now, by: self.examiner, edition: old.edition, supersedes: old.id, because: self.reason)
    if self.day != old.testDate { try records.checkNothingIsKept(like: record) }
    if place == .content { try records.keepDefinition(screener.definition, practice) }
    try records.add(record)
    return record
  }
}
