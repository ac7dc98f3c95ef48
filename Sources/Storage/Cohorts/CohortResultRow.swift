// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One child's place in a cohort table, without identity: no name, no id, no birth date.
public struct CohortResultRow: Sendable, Hashable {
  /// Tells apart the children of one area, the same in every table; not an id that finds the child.
  public let key: String
  public let cohort: CohortID
  public let setting: SettingID
  public let academicYear: AcademicYear
  public let term: Term
  public let yearGroup: NCYear
  public let sex: Sex?
  public let learnsEnglishAsAdditional: Bool?
  public let freeSchoolMeals: Bool?
  public let senStatus: SENStatus?
  public let deprivationDecile: Int?
  public let isOptedOut: Bool
  /// `nil`, like all that follows, for a child of the cohort who has no current screening.
  public let phase: ScreeningPhase?
  public let screener: String?
  public let version: String?
  public let testDate: CivilDate?
  public let band: String?
  /// The confirmed tier, or else the proposed one.
  public let tier: String?
  public let isTierConfirmed: Bool
  public let flags: [String]
  public let notScreenedReason: NotScreenedReason?
  /// Every score the screener declares, as canonical JSON.
  public let scores: String?
}

extension Reading {
  /// The children of the cohorts asked for, one row a current screening (so up to one a phase and screener),
  /// or one row without a result. By cohort and key.
  public func cohortResults(
    cohort: CohortID? = nil,
    at setting: SettingID? = nil,
    in year: AcademicYear? = nil,
    term: Term? = nil,
    yearGroup: NCYear? = nil,
    screener: String? = nil
  ) throws -> [CohortResultRow] {
    var results: [CohortResultRow] = []
    let values: [any ColumnValue] = [cohort, setting, year, term, yearGroup, screener]
    try self.open().query(Self.cohortResultsSQL, [self.area.column] + values.map(\.column)) { row in
      var reader = RowReader(row)
      results.append(try self.cohortResult(&reader))
    }
    return results.sorted {
      ($0.cohort, $0.key, $0.phase?.rawValue ?? "") < ($1.cohort, $1.key, $1.phase?.rawValue ?? "")
    }
  }

  private static let cohortResultsSQL = """
    SELECT child.id, cohort.id, cohort.setting, cohort.academic_year, cohort.term, cohort.year_group,
      child.sex, child.learns_english_as_additional, child.free_school_meals, child.sen_status,
      child.deprivation_decile, CASE WHEN child.opted_out IS NULL THEN 0 ELSE 1 END,
      screening.phase, screening.screener, screening.version, screening.test_date, screening.band,
      screening.proposed_tier,
      (SELECT tier_confirmation.tier FROM tier_confirmation
        WHERE tier_confirmation.area = screening.area AND tier_confirmation.screening = screening.id
        ORDER BY tier_confirmation.made_at DESC, tier_confirmation.id DESC LIMIT 1),
      COALESCE(screening.flags, ''), screening.not_screened_reason, screening.scores
    FROM cohort
    JOIN cohort_child ON cohort_child.area = cohort.area AND cohort_child.cohort = cohort.id
    JOIN child ON child.area = cohort_child.area AND child.id = cohort_child.child
    LEFT JOIN screening ON screening.area = child.area AND screening.child = child.id
      AND screening.cohort = cohort.id AND (CAST($7 AS text) IS NULL OR screening.screener = $7)
      AND NOT EXISTS (
        SELECT 1 FROM screening AS later
        WHERE later.area = screening.area AND later.supersedes = screening.id)
    WHERE cohort.area = $1 AND (CAST($2 AS text) IS NULL OR cohort.id = $2)
      AND (CAST($3 AS text) IS NULL OR cohort.setting = $3)
      AND (CAST($4 AS text) IS NULL OR cohort.academic_year = $4)
      AND (CAST($5 AS text) IS NULL OR cohort.term = $5)
      AND (CAST($6 AS text) IS NULL OR cohort.year_group = $6)
    """

  private func cohortResult(_ reader: inout RowReader) throws -> CohortResultRow {
    let child: ChildID = try reader.next()
    let (cohort, setting): (CohortID, SettingID) = (try reader.next(), try reader.next())
    let (year, term, yearGroup): (AcademicYear, Term, NCYear) = (
      try reader.next(), try reader.next(), try reader.next()
    )
    let (sex, additional, meals): (Sex?, Bool?, Bool?) = (
      try reader.next(), try reader.next(), try reader.next()
    )
    let (sen, decile, isOptedOut): (SENStatus?, Int?, Bool) = (
      try reader.next(), try reader.next(), try reader.next()
    )
    let (phase, screener, version): (ScreeningPhase?, String?, String?) = (
      try reader.next(), try reader.next(), try reader.next()
    )
    let (testDate, band): (CivilDate?, String?) = (try reader.next(), try reader.next())
    let (proposed, confirmed): (String?, String?) = (try reader.next(), try reader.next())
    return CohortResultRow(
      key: self.key(of: child),
      cohort: cohort,
      setting: setting,
      academicYear: year,
      term: term,
      yearGroup: yearGroup,
      sex: sex,
      learnsEnglishAsAdditional: additional,
      freeSchoolMeals: meals,
      senStatus: sen,
      deprivationDecile: decile,
      isOptedOut: isOptedOut,
      phase: phase,
      screener: screener,
      version: version,
      testDate: testDate,
      band: band,
      tier: confirmed ?? proposed,
      isTierConfirmed: confirmed != nil,
      flags: try reader.next(),
      notScreenedReason: try reader.next(),
      scores: try reader.next()
    )
  }

  /// 128 bits of the SHA-256 of the area's and the child's id, as hexadecimal.
  private func key(of child: ChildID) -> String {
    var canonical = CanonicalBytes(domain: "elsec/child-key/1")
    canonical.append(self.area.rawValue)
    canonical.append(child.rawValue)
    return String(self.hash(canonical.bytes).description.prefix(32))
  }
}
