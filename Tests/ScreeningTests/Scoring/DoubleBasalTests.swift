// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// Eight items from U3 on at 50 months; a basal of two in a row, a ceiling of three.
@Suite struct DoubleBasalTests {
  static func definition(_ double: SectionAdministration.Basal.TwoRuns) -> ScreenerDefinition {
    Small.definition([OpenDemo.section("U", "try", 8)], [("raw", Small.sum("U"))]) {
      $0.administer = OpenDemo.definition.administer
      $0.administer[0].basal?.double = double
    }
  }

  @Test(
    arguments: [
      // The run from U6 counts: U1 to U5 are credited though U5 was missed.
      ("..CCICCI", 7, 6, ["double-basal:U"]),
      // A single success is no run.
      ("..CCICII", 5, 5, []),
      // Nothing was missed: the longer run is one run, and there is nothing to tell.
      ("..CCCCCC", 8, 8, []), ("..CCCIII", 5, 5, ["ceiling:U"]),
      // Without a run nothing is credited.
      ("..CIIIC.", nil, nil, ["no-basal:U", "ceiling:U", "after-ceiling:U", "missing:raw"]),
      // The last run before the ceiling; what comes after it counts 0 whatever was answered.
      ("CCICCIII", 5, 4, ["double-basal:U", "ceiling:U"]),
      (".CCIICCC", 8, 6, ["double-basal:U"]),
      ("..CCIIIC", 4, 4, ["ceiling:U", "after-ceiling:U"]),
      // An item that was not given between two runs is credited, not missing.
      ("..CCACCI", 7, nil, ["double-basal:U"]),
    ] as [(String, Int?, Int?, [String])]
  )
  func theRunNearestTheCeilingCreditsAllBelow(_ keys: String, _ nearest: Int?, _ first: Int?, _ flags: [String]) throws
  {
    let child = OpenDemo.child(months: 50)
    let result = try PreparedScreener(Self.definition(.nearestCeiling)).score(understanding(keys), in: child)
    #expect(result.number("raw") == nearest.map(Double.init))
    #expect(result.flags.map(\.description) == flags)
    let plain = try PreparedScreener(Self.definition(.first)).score(understanding(keys), in: child)
    #expect(plain.number("raw") == first.map(Double.init))
    #expect(!plain.flags.contains { $0.kind == .doubleBasal })
  }

  /// An answer inside the run keeps its own points, also where the basal accepts less than full ones.
  @Test func onlyWhatLiesBelowTheRunIsCredited() throws {
    let definition = Small.definition([OpenDemo.section("E", "obs", 6)], [("raw", Small.sum("E"))]) {
      $0.administer = [
        SectionAdministration(
          section: SectionID("E"),
          basal: SectionAdministration.Basal(
            run: 2, of: [ResponseCode("ALW"), ResponseCode("SOM")], creditBelow: true, reverse: true,
            double: .nearestCeiling))
      ]
    }
    #expect(try definition.result("E1 SOM E2 SOM E3 SOM E4 SOM E5 SOM E6 SOM").number("raw") == 6)
    #expect(try definition.result("E1 SOM E2 SOM E3 NEV E4 SOM E5 SOM E6 SOM").number("raw") == 9)
  }

  @Test func theWordsSayWhichRun() throws {
    let result = try PreparedScreener(Self.definition(.nearestCeiling)).score(
      understanding("..CCICCI"), in: OpenDemo.child(months: 50), explaining: true)
    #expect(
      result.words("section U") == [
        "starts at U3 for 50 months; U1, U2, U3, U4, U5 credited: basal of 2 in a row from U6, the run nearest the "
          + "ceiling: 5 points",
        "U6 C 1, U7 C 1, U8 I 0: 7 points, 0 missing",
      ])
  }
}
