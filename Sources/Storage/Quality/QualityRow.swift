// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One current screening with the facts of its child that the quality of a team's own data is looked at by. No
/// name and no date of birth.
public struct QualityRow: Sendable, Hashable {
  public let screening: ScreeningRecord
  /// Who gave the answers, whoever amended them since.
  public let rater: String
  public let setting: SettingID?
  public let sex: Sex?
  public let learnsEnglishAsAdditional: Bool?
  public let freeSchoolMeals: Bool?
  public let season: SeasonOfBirth
}

/// The part of the school year in which a child was born, as the Department for Education counts it: autumn from
/// September, spring from January, summer from 1 April to 31 August (Advice on the admission of summer born children).
public enum SeasonOfBirth: String, Sendable, Hashable, CaseIterable {
  case autumn
  case spring
  case summer

  public init(of birthDate: CivilDate) {
    self =
      switch birthDate.month {
      case 9...12: .autumn
      case 1...3: .spring
      default: .summer
      }
  }
}

extension Records {
  /// Every current screening with answers, or of one screener, by child, test date and id; of the children on one
  /// setting's roll where it is named. One trace of everyone shown.
  public func qualityRows(screener: String? = nil, at setting: SettingID? = nil) throws -> [QualityRow] {
    let columns = ScreeningRecord.table.columns.map { "screening.\($0)" }.joined(separator: ", ")
    let rows = try self.rows(
      """
      SELECT \(columns), child.setting, child.sex, child.learns_english_as_additional,
        child.free_school_meals, child.birth_date
      FROM screening JOIN child ON child.area = screening.area AND child.id = screening.child
      WHERE screening.area = $1 AND screening.not_screened_reason IS NULL
        AND (CAST($2 AS text) IS NULL OR screening.screener = $2)
        AND (CAST($3 AS text) IS NULL OR child.setting = $3)
        AND NOT EXISTS (
          SELECT 1 FROM screening AS later
          WHERE later.area = screening.area AND later.supersedes = screening.id)
      ORDER BY screening.child, screening.test_date, screening.id
      """,
      [screener, setting]
    )
    let found = try rows.map { row in
      var reader = RowReader(row)
      let screening = try ScreeningRecord(&reader)
      return QualityRow(
        screening: screening,
        rater: try self.rater(of: screening),
        setting: try reader.next(),
        sex: try reader.next(),
        learnsEnglishAsAdditional: try reader.next(),
        freeSchoolMeals: try reader.next(),
        season: SeasonOfBirth(of: try reader.next())
      )
    }
    try self.auditView("screening", "", of: found.map(\.screening.child))
    return found
  }
}
