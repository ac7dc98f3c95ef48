// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// Every screener with the academic years in which it was used, the latest year first, then by screener.
  public func screenedYears() throws -> [(year: AcademicYear, screener: String)] {
    let rows = try self.rows(
      """
      SELECT DISTINCT cohort.academic_year, screening.screener
      FROM screening JOIN cohort ON cohort.area = screening.area AND cohort.id = screening.cohort
      WHERE screening.area = $1 ORDER BY cohort.academic_year DESC, screening.screener
      """)
    return try rows.map { row in
      var reader = RowReader(row)
      return (year: try reader.next(), screener: try reader.next())
    }
  }
}
