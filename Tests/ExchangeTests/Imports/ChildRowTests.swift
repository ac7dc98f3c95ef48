// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing
import Vocabulary

struct ChildRowTests {
  static let cells = [
    ("child_ref", "c1"), ("setting", "990001"), ("given_name", "Orla"), ("family_name", "Thornley"),
    ("birth_date", "2022-03-04"),
  ]

  @Test func aWholeRowIsRead() throws {
    let cells =
      Self.cells + [
        ("sex", "f"), ("home_language", "pol"), ("eal", "Yes"), ("fsm", "0"), ("sen", "k"),
        ("imd_decile", "3"), ("year_group", "N2"), ("weeks_gestation", "36"), ("english_exposure_pct", "40"),
        ("upn", "B801200005001"), ("nhs_number", "999 000 0018"), ("opt_out_date", "2026-09-20"),
        ("made_up", "true"),
      ]
    let row = try #require(Import<ChildRow>(file(cells), file: "f.csv").checked().first)
    #expect(row.reference == "c1")
    #expect(row.setting.text == "990001")
    #expect(row.birthDate == CivilDate("2022-03-04"))
    #expect(row.sex == .female)
    #expect(row.homeLanguage?.text == "POL")
    #expect(row.hasAdditionalLanguage == true)
    #expect(row.hasFreeSchoolMeals == false)
    #expect(row.sen == .support)
    #expect(row.recordedYear?.text == "N2")
    #expect(row.weeksGestation == 36)
    #expect(row.englishExposure == 40)
    #expect(row.upn?.text == "B801200005001")
    #expect(row.nhsNumber?.text == "9990000018")
    #expect(row.optedOut)
    #expect(row.isMadeUp)
  }

  @Test func whatIsNotGivenIsNotKnown() throws {
    let row = try #require(Import<ChildRow>(file(Self.cells), file: "f.csv").checked().first)
    #expect(row.sex == nil)
    #expect(row.hasFreeSchoolMeals == nil)
    #expect(row.upn == nil)
    #expect(!row.optedOut)
  }

  static let wrongs = [
    Wrong(column: "child_ref", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "setting", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(
      column: "setting",
      value: "Alderbeck",
      message: "a setting is named by a URN (six digits) or an Ofsted number (EY and digits)",
      code: .malformed
    ),
    Wrong(column: "given_name", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "family_name", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "birth_date", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "birth_date", value: "04/03/2022", message: "the cell is not a date"),
    Wrong(column: "sex", value: "girl", message: "the cell is not F or M"),
    Wrong(column: "eal", value: "perhaps", message: "the cell is not yes or no"),
    Wrong(column: "fsm", value: "x1", message: "the cell is not yes or no"),
    Wrong(column: "sen", value: "S", message: "the cell is not E, K or N"),
    Wrong(column: "imd_decile", value: "11", message: "the cell is not a whole number from 1 to 10"),
    Wrong(
      column: "year_group",
      value: "Y1",
      message: "a year group is one of E1, E2, N1, N2, R or 1 to 13",
      code: .malformed
    ),
    Wrong(column: "weeks_gestation", value: "21", message: "the cell is not a whole number from 22 to 44"),
    Wrong(
      column: "english_exposure_pct",
      value: "140",
      message: "the cell is not a whole number from 0 to 100"
    ),
    Wrong(
      column: "upn",
      value: "A801200005001",
      message: "the first letter of the UPN does not fit its digits",
      code: .malformed
    ),
    Wrong(
      column: "nhs_number",
      value: "9434765918",
      message: "the check digit of the NHS number does not fit",
      code: .malformed
    ),
    Wrong(column: "opt_out", value: "withdrawn", message: "the cell is not yes or no"),
    Wrong(column: "opt_out_date", value: "today", message: "the cell is not a date"),
  ]

  @Test(arguments: wrongs) func saysWhatIsWrong(_ wrong: Wrong) { expect(ChildRow.self, Self.cells, wrong) }

  @Test(arguments: wrongs.filter { $0.value.utf8.count > 2 })
  func noMessageRepeatsAChildsValue(_ wrong: Wrong) {
    let read = Import<ChildRow>(file(Self.cells, wrong.column, wrong.value), file: "f.csv")
    for problem in read.problems { #expect(!problem.description.contains(wrong.value)) }
  }

  @Test func aHomeLanguageIsACode() {
    let read = Import<ChildRow>(file(Self.cells, "home_language", "Polish"), file: "f.csv")
    #expect(read.problems.first?.fault.place == "f.csv:2:home_language")
    #expect(read.problems.first?.fault.message.contains("Polish") == false)
  }

  @Test func aDateOfOptingOutNeedsAnOptingOut() {
    let cells = Self.cells + [("opt_out", "no"), ("opt_out_date", "2026-09-20")]
    let read = Import<ChildRow>(file(cells), file: "f.csv")
    #expect(read.problems.map(\.fault.message) == ["there is a date of opting out, but no opting out"])
  }

  @Test func oneReferenceIsOneChild() {
    let text = "child_ref,setting,given_name,family_name,birth_date\nc1,990001,A,B,2022-01-01\n"
    let read = Import<ChildRow>(Array((text + "c1,990001,C,D,2022-01-02\n").utf8), file: "f.csv")
    #expect(
      read.problems.map(\.description).first?.hasPrefix("the same as in row 2 (f.csv:3:child_ref)") == true
    )
  }
}
