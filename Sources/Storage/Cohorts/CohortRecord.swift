// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The children of one year group at one setting in one term.
public struct CohortRecord: Sendable, Hashable {
  public let id: CohortID
  public var setting: SettingID
  public var academicYear: AcademicYear
  public var term: Term
  public var yearGroup: NCYear
  /// How many children the setting says there are.
  public var expected: Int

  public init(
    id: CohortID,
    setting: SettingID,
    academicYear: AcademicYear,
    term: Term,
    yearGroup: NCYear,
    expected: Int = 0
  ) {
    self.id = id
    self.setting = setting
    self.academicYear = academicYear
    self.term = term
    self.yearGroup = yearGroup
    self.expected = expected
  }
}

extension CohortRecord: TableRow {
  static let table = TableShape(
    "cohort",
    key: 1,
    [
      "id", "setting", "academic_year", "term", "year_group", "expected",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      setting: try row.next(),
      academicYear: try row.next(),
      term: try row.next(),
      yearGroup: try row.next(),
      expected: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.setting.column, self.academicYear.column, self.term.column,
      self.yearGroup.column, self.expected.column,
    ]
  }
}
