// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Testing
import Vocabulary

struct SettingRowTests {
  static let gias = [
    ("URN", "123347"), ("EstablishmentName", "A Nursery School"), ("LA (code)", "894"),
    ("LA (name)", "Telford and Wrekin"), ("GSSLACode (name)", "E06000020"),
    ("PhaseOfEducation (code)", "1"), ("PhaseOfEducation (name)", "Nursery"), ("StatutoryLowAge", "2"),
    ("StatutoryHighAge", "5"), ("NumberOfPupils", "87"), ("Postcode", "tf75et"), ("Easting", "369245"),
    ("Northing", "304528"), ("EstablishmentStatus (name)", "Open, but proposed to close"),
    ("PercentageFSM", "12.5"),
  ]

  @Test func theColumnNamesOfTheRegisterAreRead() throws {
    let row = try #require(Import<SettingRow>(file(Self.gias), file: "f.csv").checked().first)
    #expect(row.reference.text == "123347")
    #expect(row.name == "A Nursery School")
    #expect(row.phase == .nursery)
    #expect(row.area?.text == "E06000020")
    #expect(row.localAuthorityCode?.text == "894")
    #expect(row.postcode?.text == "TF7 5ET")
    #expect((row.lowAge, row.highAge) == (2, 5))
    #expect(row.pupils == 87)
    #expect(row.freeSchoolMeals == 12.5)
    #expect(row.isOpen)
    // 52.63762, -2.455901 by PROJ.
    let there = try #require(Coordinate(latitude: 52.63762, longitude: -2.455901))
    #expect(try #require(row.coordinate).metres(to: there) <= 5)
  }

  @Test func lowerCaseNamesAndNurseriesWithoutURNAreRead() throws {
    let text = """
      urn,name,phase,postcode,easting,northing,lat,lon,age_low,age_high,pupils,imd2025_decile,rooms,sessions,made_up
      EY990001,Larchbrook Nursery,PRU/AP,,,,52.5,-2.5,,,,4,2,08:45-11:45; 12:45-15:15,yes

      """
    let row = try #require(Import<SettingRow>(Array(text.utf8), file: "f.csv").checked().first)
    #expect(row.reference.text == "EY990001")
    #expect(row.phase == .notApplicable)
    #expect(row.phaseTitle == "PRU/AP")
    #expect(row.pupils == nil)
    #expect(row.coordinate?.latitude == 52.5)
    #expect(row.deprivationDecile == 4)
    #expect(row.rooms == 2)
    #expect(row.sessions.map(\.description) == ["08:45-11:45", "12:45-15:15"])
    #expect(row.isMadeUp)
  }

  static let cells = [("urn", "990001"), ("name", "Alder Primary School")]

  @Test(arguments: [
    Wrong(column: "urn", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(
      column: "urn",
      value: "12345",
      message: "a setting is named by a URN (six digits) or an Ofsted number (EY and digits)",
      code: .malformed
    ),
    Wrong(column: "name", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(
      column: "la_code",
      value: "E06",
      message: "a local authority's DfE code has three digits, such as 894",
      code: .malformed
    ),
    Wrong(column: "phase", value: "Kindergarten", message: "'Kindergarten' is not a phase of education"),
    Wrong(column: "phase_code", value: "8", message: "'8' is not a whole number from 0 to 7"),
    Wrong(
      column: "postcode",
      value: "TF1",
      message: "a postcode is two to four characters, then a digit and two letters, such as TF3 4NT",
      code: .malformed
    ),
    Wrong(column: "easting", value: "700001", message: "'700001' is not a whole number from 0 to 700000"),
    Wrong(column: "northing", value: "-1", message: "'-1' is not a whole number from 0 to 1300000"),
    Wrong(column: "lat", value: "91", message: "'91' is not a number from -90.0 to 90.0"),
    Wrong(column: "lon", value: "west", message: "'west' is not a number from -180.0 to 180.0"),
    Wrong(column: "age_low", value: "two", message: "'two' is not a whole number from 0 to 25"),
    Wrong(column: "pupils", value: "1e3", message: "'1e3' is not a whole number from 0 to 20000"),
    Wrong(column: "fsm_pct", value: "101", message: "'101' is not a number from 0.0 to 100.0"),
    Wrong(column: "imd_decile", value: "0", message: "'0' is not a whole number from 1 to 10"),
    Wrong(column: "rooms", value: "0", message: "'0' is not a whole number from 1 to 99"),
    Wrong(column: "sessions", value: "09:00-08:00", message: "'09:00-08:00' is not a list of times"),
    Wrong(
      column: "sessions",
      value: "09:00-12:00;11:00-15:00",
      message: "'09:00-12:00;11:00-15:00' is not a list of times"
    ),
    Wrong(column: "made_up", value: "maybe", message: "'maybe' is not yes or no"),
  ]) func saysWhatIsWrong(_ wrong: Wrong) { expect(SettingRow.self, Self.cells, wrong) }

  @Test func aCodeThatIsNoAreaIsRefused() {
    let read = Import<SettingRow>(file(Self.cells, "gss_code", "894"), file: "f.csv")
    #expect(
      read.problems.first?.fault.message
        == "a GSS code is a letter (E for England) and eight digits, such as E06000020"
    )
  }

  @Test(arguments: [("easting", "northing"), ("northing", "easting"), ("lat", "lon"), ("lon", "lat")])
  func halfACoordinateIsRefused(_ given: String, _ missing: String) {
    let cells = Self.cells + [(given, "50"), (missing, "")]
    let read = Import<SettingRow>(file(cells), file: "f.csv")
    #expect(read.problems.map(\.column) == [missing])
    #expect(read.problems.first?.fault.code == .importMissing)
  }

  @Test func agesTheWrongWayRoundAreRefused() {
    let read = Import<SettingRow>(file(Self.cells + [("age_low", "7"), ("age_high", "4")]), file: "f.csv")
    #expect(read.problems.map(\.fault.message) == ["the highest age 4 is below the lowest, 7"])
  }

  @Test func aSettingThatIsClosedIsReadAsClosed() throws {
    let read = Import<SettingRow>(file(Self.cells, "EstablishmentStatus (name)", "Closed"), file: "f.csv")
    #expect(try read.checked().first?.isOpen == false)
  }

  static let telford = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/england/telford_settings.csv")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: telford.path)))
  func everySettingOfARealListIsReadWithinFiveMetres() throws {
    let read = Import<SettingRow>(Array(try Data(contentsOf: Self.telford)), file: "telford_settings.csv")
    #expect(read.problems.map(\.description) == [])
    #expect(read.rows.count == 64)
    for (_, row) in read.rows {
      let stated = try #require(row.statedCoordinate)
      #expect(try #require(row.coordinate).metres(to: stated) <= 5, "\(row.reference)")
    }
  }
}
