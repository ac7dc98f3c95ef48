// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct TierConditionTests {
  static let red = TierCondition.bandIn([BandID("red")])
  static let green = TierCondition.bandIn([BandID("green")])

  @Test(arguments: [
    ("not-normed", TierCondition.notNormed),
    ("band = red", red),
    ("band=red", red),
    ("band in red amber", .bandIn([BandID("red"), BandID("amber")])),
    ("band = red and concern.slt", .and(red, .concern(.slt))),
    ("not band = red", .not(red)),
    ("not band = red and concern.slt", .and(.not(red), .concern(.slt))),
    ("not (band = red and concern.slt)", .not(.and(red, .concern(.slt)))),
    ("band = red or band = green and concern.slt", .or(red, .and(green, .concern(.slt)))),
    ("(band = red or band = green) and concern.slt", .and(.or(red, green), .concern(.slt))),
    ("band in red green and concern.slt", .and(.bandIn([BandID("red"), BandID("green")]), .concern(.slt))),
    ("band = red and band = green and concern.slt", .and(.and(red, green), .concern(.slt))),
  ])
  func conditionsAreRead(_ text: String, _ condition: TierCondition) throws {
    #expect(try TierCondition(parsing: text) == condition)
    #expect(try TierCondition(parsing: condition.description) == condition)
  }

  @Test(arguments: [
    ("", 0, "the end"), ("band", 4, "the end"), ("band red", 5, "`red`"), ("band =", 6, "the end"),
    ("band in", 7, "the end"), ("band in and", 8, "`and`"), ("band = red amber", 11, "`amber`"),
    ("(band = red", 11, "the end"), ("band = red)", 10, "`)`"), ("concern.stl", 0, "`concern.stl`"),
    ("ss.all < 82", 0, "`ss.all`"), ("band = red and", 14, "the end"),
    ("band = red && concern.slt", 11, "`&&`"),
  ])
  func whatIsNotUnderstoodIsRefusedWithItsPlace(_ text: String, _ position: Int, _ found: String) {
    let error = #expect(throws: TierConditionError.self) { try TierCondition(parsing: text) }
    #expect(error?.position == position)
    #expect(error?.found == found)
  }

  @Test func anErrorSaysWhatWasExpected() {
    let error = #expect(throws: TierConditionError.self) { try TierCondition(parsing: "concern.stl") }
    #expect(error?.description == "found `concern.stl` at character 1 where concern.slt was expected")
  }

  @Test func endlessNestingIsRefused() {
    let text = String(repeating: "(", count: 100_000) + "band = red"
    #expect(throws: TierConditionError.self) { try TierCondition(parsing: text) }
    #expect(throws: TierConditionError.self) {
      try TierCondition(parsing: String(repeating: "not ", count: 100_000) + "band = red")
    }
  }

  @Test func onlyTheNotNormedHaveNoBand() throws {
    let condition = try TierCondition(parsing: "not band = green")
    #expect(condition.holds(notNormed: false, band: BandID("red"), concerns: []))
    #expect(!condition.holds(notNormed: false, band: BandID("green"), concerns: []))
    #expect(!Self.red.holds(notNormed: true, band: nil, concerns: []))
    #expect(TierCondition.notNormed.holds(notNormed: true, band: nil, concerns: []))
  }
}
