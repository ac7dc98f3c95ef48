// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct NCYearTests {
  @Test(arguments: [
    ("2020-09-01", "2025/26", "R"), ("2021-08-31", "2025/26", "R"), ("2020-08-31", "2025/26", "1"),
    ("2021-09-01", "2025/26", "N2"), ("2025-09-01", "2025/26", nil), ("2024-09-01", "2025/26", "E1"),
    ("2024-08-31", "2025/26", "E2"),
    ("2007-09-01", "2025/26", "13"), ("2007-08-31", "2025/26", nil),
  ])
  func theYearFollowsFromTheFirstOfSeptember(_ birth: String, _ year: String, _ group: String?) throws {
    let year = try #require(AcademicYear(year))
    #expect(NCYear(born: try #require(CivilDate(birth)), in: year)?.text == group)
  }

  @Test(arguments: [("E1", -4), ("E2", -3), ("N1", -2), ("N2", -1), ("R", 0), ("1", 1), ("6", 6), ("13", 13)])
  func aCodeHasItsNumber(_ code: String, _ number: Int) throws {
    let year = try #require(NCYear(code))
    #expect(year.number == number)
    #expect(year.text == code)
    #expect(NCYear(number) == year)
    #expect(NCYear(code.lowercased()) == year)
  }

  @Test(.enabled(if: Shared.has("golden/screening/codes/ncy.csv")))
  func theGoldenCodesAgree() throws {
    for row in try Shared.rows("golden/screening/codes/ncy.csv") {
      #expect(NCYear(try #require(row["ncy"])).map { String($0.number) } == row["mavis_value"])
    }
  }

  @Test(arguments: ["E3", "N0", "0", "14", "-1", "Y1", "", "X", "01", "1a"])
  func whatIsNotAYearGroupIsRefused(_ text: String) {
    #expect(NCYear(text) == nil)
  }

  @Test func yearGroupsSortByAgeAndReadWell() throws {
    let codes = ["E1", "E2", "N1", "N2", "R", "1", "10"]
    let years = codes.compactMap { NCYear($0) }
    #expect(years.sorted() == years)
    #expect(years.map(\.title).suffix(4) == ["Nursery N2", "Reception", "Year 1", "Year 10"])
    #expect(years.first?.title == "Under threes E1")
  }
}
