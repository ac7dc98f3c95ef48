// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// One current screening as plain values, for statistics: no name, no date of birth. The child and the screening are
/// named by id, so that a supervisor can look them up.
public struct ScoredChild: Sendable, Hashable {
  public let screening: ScreeningID
  public let child: ChildID
  public let setting: SettingID?
  public let cohort: CohortID?
  public let phase: ScreeningPhase
  public let screener: String
  public let version: String
  public let definitionHash: Digest
  public let edition: String?
  public let testDate: CivilDate
  public let ageMonths: Int?
  /// Who gave the answers, whoever amended them since.
  public let rater: String
  public let answers: ScreeningAnswers
  /// Scores that are one number, by name; absent ones are not in it.
  public let scores: [String: Double]
  public let band: String?
  public let proposedTier: String?
  public let flags: [String]
  public let sex: Sex?
  public let learnsEnglishAsAdditional: Bool?
  public let freeSchoolMeals: Bool?
  public let season: SeasonOfBirth

  public var isNotNormed: Bool { self.band == BandID.notNormed.rawValue }
}

extension ScoredChild {
  init(_ row: QualityRow) {
    let record = row.screening
    self.init(
      screening: record.id, child: record.child, setting: row.setting, cohort: record.cohort, phase: record.phase,
      screener: record.screener, version: record.version, definitionHash: record.definitionHash,
      edition: record.edition, testDate: record.testDate, ageMonths: record.ageMonths, rater: row.rater,
      answers: ScreeningText.answers(in: record.answers), scores: ScreeningText.numbers(in: record.scores),
      band: record.band, proposedTier: record.proposedTier, flags: record.flags, sex: row.sex,
      learnsEnglishAsAdditional: row.learnsEnglishAsAdditional, freeSchoolMeals: row.freeSchoolMeals,
      season: row.season)
  }
}
