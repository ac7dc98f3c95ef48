// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct AcademicYearTests {
  @Test(arguments: [
    ("2026-08-31", "2025/26"), ("2026-09-01", "2026/27"), ("2026-12-31", "2026/27"),
    ("2100-01-01", "2099/00"),
  ])
  func aYearBeginsOnTheFirstOfSeptember(_ date: String, _ year: String) throws {
    let date = try #require(CivilDate(date))
    #expect(AcademicYear(of: date).text == year)
    #expect(AcademicYear(year)?.contains(date) == true)
    #expect(AcademicYear(year)?.adding(years: 1).contains(date) == false)
  }

  @Test func itsDaysRunFromSeptemberToAugust() throws {
    let days = try #require(AcademicYear("2026/27")).days
    #expect(days.lowerBound.description == "2026-09-01")
    #expect(days.upperBound.description == "2027-08-31")
  }

  @Test(arguments: ["2026/28", "2026-27", "2026/2027", "26/27", "2026/27 ", "", "2026", "9999/00", "+026/27"])
  func whatIsNotAnAcademicYearIsRefused(_ text: String) {
    #expect(AcademicYear(text) == nil)
    #expect(throws: Fault.self) { try AcademicYear(validating: text) }
  }
}
