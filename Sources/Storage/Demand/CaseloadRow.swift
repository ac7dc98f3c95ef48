// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What deriving demand needs of a child: where, how old, which tier. No name.
public struct CaseloadRow: Sendable, Hashable {
  public let child: ChildID
  public let setting: SettingID
  public let birthDate: CivilDate
  public let yearGroupOverride: NCYear?
  public let homeLanguages: [String]
  /// The child's newest screening that nothing supersedes.
  public let screening: ScreeningID
  public let screener: String
  public let testDate: CivilDate
  public let phase: ScreeningPhase
  public let band: String?
  public let proposedTier: String?
  /// The latest decision of a named person; `nil` while nobody has decided.
  public let confirmedTier: String?
}

extension Records {
  /// Children who are not opted out and have a setting, each with the newest current screening of
  /// `screener` (of any when `nil`) that has a result, by setting and child. Leaves a trace.
  public func caseload(
    at setting: SettingID? = nil,
    screener: String? = nil,
    phase: ScreeningPhase? = nil
  ) throws -> [CaseloadRow] {
    let rows = try self.rows(
      """
      SELECT child.id, child.setting, child.birth_date, child.year_group_override, child.home_languages,
        screening.id, screening.screener, screening.test_date, screening.phase, screening.band,
        screening.proposed_tier,
        (SELECT tier_confirmation.tier FROM tier_confirmation
          WHERE tier_confirmation.area = screening.area AND tier_confirmation.screening = screening.id
          ORDER BY tier_confirmation.made_at DESC, tier_confirmation.id DESC LIMIT 1)
      FROM child JOIN screening ON screening.area = child.area AND screening.child = child.id
      WHERE child.area = $1 AND child.setting IS NOT NULL AND child.opted_out IS NULL
        AND (CAST($2 AS text) IS NULL OR child.setting = $2)
        AND (CAST($3 AS text) IS NULL OR screening.screener = $3)
        AND (CAST($4 AS text) IS NULL OR screening.phase = $4)
        AND screening.not_screened_reason IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM screening AS later
          WHERE later.area = screening.area AND later.supersedes = screening.id)
      ORDER BY child.setting, child.id, screening.test_date DESC, screening.recorded_at DESC,
        screening.id DESC
      """,
      [setting, screener, phase]
    )
    var caseload: [CaseloadRow] = []
    for row in rows {
      var reader = RowReader(row)
      let child: ChildID = try reader.next()
      guard caseload.last?.child != child else { continue }
      caseload.append(
        CaseloadRow(
          child: child,
          setting: try reader.next(),
          birthDate: try reader.next(),
          yearGroupOverride: try reader.next(),
          homeLanguages: try reader.next(),
          screening: try reader.next(),
          screener: try reader.next(),
          testDate: try reader.next(),
          phase: try reader.next(),
          band: try reader.next(),
          proposedTier: try reader.next(),
          confirmedTier: try reader.next()
        )
      )
    }
    try self.auditView("screening", "", of: caseload.map(\.child))
    return caseload
  }
}
