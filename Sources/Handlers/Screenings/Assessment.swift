// SPDX-License-Identifier: Apache-2.0

import Screening
import Storage
import Vocabulary

/// Scores a child's answers and makes the record that is kept of them.
struct Assessment {
  let screener: PreparedScreener
  let phase: ScreeningPhase
  let person: Principal

  /// - Throws: what scoring throws, without a place.
  func result(
    of answers: ScreeningAnswers, for child: ChildRecord, on testDate: CivilDate, concerns: Set<Concern>,
    explaining: Bool = false
  ) throws -> ScreeningResult {
    try self.screener.score(
      answers, in: child.context(on: testDate, concerns: concerns), explaining: explaining)
  }

  /// - Parameters:
  ///   - examiner: who screened, where it is not the person who asks.
  ///   - edition: of the instrument, where the source states it.
  func record(
    _ content: ScreeningDraft.Content, id: ScreeningID, for child: ChildRecord, on testDate: CivilDate,
    concerns: Set<Concern>, cohort: CohortID?, at now: Instant, by examiner: String? = nil,
    edition: String? = nil, supersedes: ScreeningID? = nil, because reason: String? = nil
  ) throws -> ScreeningRecord {
    let definition = self.screener.definition
    var record = ScreeningRecord(
      id: id, child: child.id, cohort: cohort, phase: self.phase, screener: definition.id.rawValue,
      version: "\(definition.version)", definitionHash: definition.hash, testDate: testDate,
      by: examiner ?? self.person.name, recordedAt: now, supersedes: supersedes, amendmentReason: reason)
    switch content {
    case .notScreened(let reason): record.notScreenedReason = reason
    case .answers(let answers):
      let result = try self.result(of: answers, for: child, on: testDate, concerns: concerns)
      record.ageMonths = result.ageMonths
      record.answers = ScreeningText.text(of: answers)
      record.scores = ScreeningText.text(of: result.scores)
      record.band = result.band?.rawValue
      record.proposedTier = result.tier?.tier.rawValue
      record.edition = edition ?? definition.edition
      record.context = ScreeningText.text(of: child.context(on: testDate, concerns: concerns))
      record.flags = result.flags.map(\.description) + concerns.sorted().map { "concern:\($0.rawValue)" }
    }
    return record
  }
}

extension ChildRecord {
  /// What scoring needs to know of the child. A child who is known to learn English as an additional language
  /// but has no language on record counts as having one other than English (CBDS `OTB`): monolingual norms
  /// are never applied by omission.
  func context(on testDate: CivilDate, concerns: Set<Concern>) -> ScreeningContext {
    let languages =
      self.homeLanguages.isEmpty && self.learnsEnglishAsAdditional == true ? ["OTB"] : self.homeLanguages
    return ScreeningContext(
      birthDate: self.birthDate, testDate: testDate, homeLanguages: languages,
      gestation: self.weeksGestation.flatMap { Gestation(weeks: $0) }, concerns: concerns,
      englishExposure: self.englishExposure, monthsInEnglish: self.monthsInEnglish)
  }

  /// The year group on a day, unless the child is taught out of the year of their age.
  func yearGroup(on day: CivilDate) -> NCYear? {
    self.yearGroupOverride ?? NCYear(born: self.birthDate, in: AcademicYear(of: day))
  }
}
