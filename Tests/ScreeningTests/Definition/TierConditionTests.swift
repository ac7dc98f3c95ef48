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
    ("flag.unsure", .flag("unsure")), ("flag.below-lowest", .flag("below-lowest")), ("flag.and", .flag("and")),
    ("flag.refer or flag.unsure and not flag.x", .or(.flag("refer"), .and(.flag("unsure"), .not(.flag("x"))))),
    ("not(flag.a or flag.b)", .not(.or(.flag("a"), .flag("b")))),
    ("band = red and (flag.a or flag.b)", .and(red, .or(.flag("a"), .flag("b")))),
    ("flag.a or (flag.b or flag.c)", .or(.flag("a"), .or(.flag("b"), .flag("c")))),
    ("band in red green or flag.a", .or(.bandIn([BandID("red"), BandID("green")]), .flag("a"))),
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
    ("band = red && concern.slt", 11, "`&&`"), ("flag.", 0, "`flag.`"), ("flag", 0, "`flag`"),
    ("flag.a flag.b", 7, "`flag.b`"), ("band = flag.a", 7, "`flag.a`"), ("band in flag.a", 8, "`flag.a`"),
    ("not", 3, "the end"), ("flag.a =", 7, "`=`"), ("flag(a)", 0, "`flag`"),
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

  @Test(arguments: [
    ("flag.a", ["a"], true), ("flag.a", ["b"], false), ("flag.a", [], false), ("not flag.a", [], true),
    ("flag.a and flag.b", ["a"], false), ("flag.a and flag.b", ["a", "b"], true), ("flag.a or flag.b", ["b"], true),
  ])
  func flagsHoldWhenTheyAreRaised(_ text: String, _ raised: [String], _ holds: Bool) throws {
    let condition = try TierCondition(parsing: text)
    #expect(condition.holds(notNormed: false, band: BandID("red"), concerns: [], flags: Set(raised)) == holds)
    #expect(condition.flags.allSatisfy { text.contains("flag.\($0)") })
  }

  /// Every condition of so many words that the language can say is printed so that it is read back the same.
  @Test(arguments: 0..<200) func whateverIsPrintedIsReadBack(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    func made(_ depth: Int) -> TierCondition {
      switch random.below(depth == 0 ? 4 : 8) {
      case 0: .notNormed
      case 1: .bandIn(random.below(2) == 0 ? [BandID("red")] : [BandID("red"), BandID("amber")])
      case 2: .concern(.slt)
      case 3: .flag(["refer", "unsure", "two-amber"][random.below(3)])
      case 4, 5: .and(made(depth - 1), made(depth - 1))
      case 6: .or(made(depth - 1), made(depth - 1))
      default: .not(made(depth - 1))
      }
    }
    let condition = made(4)
    #expect(try TierCondition(parsing: condition.description) == condition, "\(condition)")
  }
}
