// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a summary counts of one child in one cohort at one phase: no name, no id, no date of birth.
public struct CohortFact: Sendable, Hashable {
  /// A hash that is the same for the same child in every summary, and leads to nobody.
  public let key: String
  public let setting: SettingID
  public let settingName: String
  public let academicYear: AcademicYear
  public let term: Term
  public let yearGroup: NCYear
  public let sex: Sex?
  public let learnsEnglishAsAdditional: Bool?
  public let freeSchoolMeals: Bool?
  public let senStatus: SENStatus?
  public let deprivationDecile: Int?
  public let hasOptedOut: Bool
  /// `nil` when nothing was recorded for the child in this cohort.
  public let band: String?
  public let notScreenedReason: NotScreenedReason?
  public let testDate: CivilDate?
}

extension Reading {
  /// Every member of every cohort of the year in which the screener was used at this phase, each with what is
  /// current: the latest result, or else the reason for having none. In the order of setting, term and key.
  public func cohortFacts(
    in year: AcademicYear,
    screener: String,
    phase: ScreeningPhase
  ) throws -> [CohortFact] {
    let rows = try self.rows(
      """
      SELECT child.id, cohort.setting, setting.name, cohort.term, cohort.year_group, child.sex,
        child.learns_english_as_additional, child.free_school_meals, child.sen_status,
        child.deprivation_decile, CASE WHEN child.opted_out IS NULL THEN 0 ELSE 1 END,
        done.band, done.not_screened_reason, done.test_date
      FROM cohort
      JOIN setting ON setting.area = cohort.area AND setting.id = cohort.setting
      JOIN cohort_child ON cohort_child.area = cohort.area AND cohort_child.cohort = cohort.id
      JOIN child ON child.area = cohort_child.area AND child.id = cohort_child.child
      LEFT JOIN screening AS done
        ON done.area = cohort.area AND done.cohort = cohort.id AND done.child = child.id
        AND done.screener = $3 AND done.phase = $4
        AND NOT EXISTS (
          SELECT 1 FROM screening AS later WHERE later.area = done.area AND later.supersedes = done.id)
      WHERE cohort.area = $1 AND cohort.academic_year = $2
        AND EXISTS (
          SELECT 1 FROM screening AS any_of
          WHERE any_of.area = cohort.area AND any_of.cohort = cohort.id AND any_of.screener = $3
            AND any_of.phase = $4)
      ORDER BY child.id, done.test_date
      """,
      [year, screener, phase]
    )
    var latest: [String: CohortFact] = [:]
    for row in rows {
      var reader = RowReader(row)
      var bytes = CanonicalBytes(domain: "elsec/cohort-key/1")
      bytes.append(self.area.rawValue)
      bytes.append(try reader.next(String.self))
      let fact = CohortFact(
        key: self.hash(bytes.bytes).description,
        setting: try reader.next(),
        settingName: try reader.next(),
        academicYear: year,
        term: try reader.next(),
        yearGroup: try reader.next(),
        sex: try reader.next(),
        learnsEnglishAsAdditional: try reader.next(),
        freeSchoolMeals: try reader.next(),
        senStatus: try reader.next(),
        deprivationDecile: try reader.next(),
        hasOptedOut: try reader.next(),
        band: try reader.next(),
        notScreenedReason: try reader.next(),
        testDate: try reader.next()
      )
      // Rows come by test date: a later result replaces an earlier one, a reason never replaces a result.
      if let known = latest[fact.key], known.isScreened, !fact.isScreened { continue }
      latest[fact.key] = fact
    }
    return latest.values.sorted { ($0.setting, $0.term, $0.key) < ($1.setting, $1.term, $1.key) }
  }
}

extension CohortFact {
  /// Whether there is a result: a band, or that the norms do not cover the child. A sitting that came to neither,
  /// because too little was answered, is none.
  public var isScreened: Bool { self.band != nil }
}
