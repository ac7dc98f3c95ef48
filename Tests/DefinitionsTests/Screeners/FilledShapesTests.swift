// SPDX-License-Identifier: Apache-2.0

import Definitions
import Fingerprints
import Foundation
import Screening
import Testing
import Vocabulary

/// A shipped shape in a folder of its own, with made-up cuts and norms in place of the licence holder's.
private struct FilledShape {
  let folder: TemporaryFolder

  init(_ shape: String) throws {
    self.folder = try TemporaryFolder()
    var text = try Content.text("Screeners/\(shape)/screener.yaml")
    let needs = try #require(text.firstRange(of: ", needs: ["))
    let end = try #require(text[needs.upperBound...].firstIndex(of: "]"))
    text.removeSubrange(needs.lowerBound...end)
    for (old, new) in try #require(Self.cuts[shape]) {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    if shape == "shells/rapt" {
      let table =
        "age_from,age_to,raw,value\n" + (0...90).map { "36,101,\($0),\(40 + $0)\n" }.joined()
      try self.folder.write(table, to: "table.csv")
      let digest = sha256([UInt8](table.utf8))
      text += "norms:\n"
      for name in ["information", "grammar"] {
        text += "  \(name): {kind: lookup, by: age-months, interpolate: none, file: table.csv, sha256: \(digest)}\n"
      }
    }
    try self.folder.write(text, to: "screener.yaml")
    let cases = Content.root.appending(path: "Screeners/\(shape)/cases.csv")
    if let data = try? Data(contentsOf: cases) {
      try self.folder.write(String(decoding: data, as: UTF8.self), to: "cases.csv")
    }
  }

  var reading: ScreenerReading { ScreenerReading(at: self.folder.path) }

  private static let traffic = [
    ("{id: red, when: raw.all}", "{id: red, when: raw.all, below: 5}"),
    ("{id: amber, when: raw.all}", "{id: amber, when: raw.all, from: 5, below: 9}"),
    ("{id: green, when: raw.all}", "{id: green, when: raw.all, from: 9}"),
  ]

  /// What is replaced; none of these numbers is anybody's.
  private static let cuts: [String: [(String, String)]] = [
    "elim-shape": [
      ("{id: red, when: words}", "{id: red, when: words, below: 9}"),
      ("{id: green, when: words}", "{id: green, when: words, from: 9}"),
    ],
    "ics-shape": [], "shells/deap-screen": [], "shells/rapt": [],
    "shells/asq3": [
      ("{id: below, when: area}", "{id: below, when: area, below: 20}"),
      ("{id: monitoring, when: area}", "{id: monitoring, when: area, from: 20, below: 35}"),
      ("{id: above, when: area}", "{id: above, when: area, from: 35}"),
    ],
    "shells/celf-screen": [
      ("{id: not-met, when: raw,", "{id: not-met, when: raw, below: 8,"),
      ("{id: met, when: raw,", "{id: met, when: raw, from: 8,"),
      ("below: 8, ages: [60, 65]", "below: 5, ages: [60, 65]"), ("from: 8, ages: [60, 65]", "from: 5, ages: [60, 65]"),
    ],
    "shells/progression-4": Self.traffic, "shells/progression-5-6": Self.traffic,
    "shells/talkboost-tracker": Self.traffic,
    "shells/wellcomm-ey": [
      (
        "  flags: {two-amber",
        "  cuts: {" + (1...9).map { "S\($0): [4, 8]" }.joined(separator: ", ") + "}\n  flags: {two-amber"
      )
    ],
    "shells/wellcomm-primary": [
      (
        "  flags: {two-amber",
        "  cuts: {" + (1...4).map { "S\($0): [4, 8]" }.joined(separator: ", ") + "}\n  flags: {two-amber"
      )
    ],
  ]
}

/// The first `right` items of a section answered with `good`, the others with `bad`.
private func answers(_ letter: String, _ count: Int, right: Int, _ good: String, _ bad: String) -> [(String, String)] {
  (1...count).map { number in
    let code = count < 10 ? "\(letter)\(number)" : "\(letter)\(number < 10 ? "0" : "")\(number)"
    return (code, number <= right ? good : bad)
  }
}

private func sheet(_ answers: [(String, String)]) -> ScreeningAnswers {
  ScreeningAnswers(
    Dictionary(
      answers.map { (ItemCode($0.0), ResponseCode($0.1)) },
      uniquingKeysWith: { first, _ in first }
    )
  )
}

private func result(_ shape: String, _ answers: [(String, String)], months: Int, concerns: Set<Concern> = [])
  throws -> ScreeningResult
{
  let screener = try PreparedScreener(FilledShape(shape).reading.checked())
  let seen = try #require(CivilDate("2026-11-24"))
  let born = try #require(CivilDate("2026-11-10")).adding(months: -months)
  let context = ScreeningContext(birthDate: born, testDate: seen, homeLanguages: ["ENG"], concerns: concerns)
  return try screener.score(sheet(answers), in: context)
}

@Suite struct FilledShapesTests {
  @Test(arguments: ShippedScreenersTests.shapes.map(\.0))
  func withMadeUpCutsAndNormsAShapeScores(_ shape: String) throws {
    let reading = try FilledShape(shape).reading
    #expect(reading.findings.map(\.description) == [])
    _ = try PreparedScreener(reading.checked())
  }

  @Test(arguments: ["elim-shape", "ics-shape", "shells/deap-screen"])
  func theWorkedCasesOfAShapeAgree(_ shape: String) throws {
    let reading = try FilledShape(shape).reading
    #expect(reading.findings.map(\.description) == [])
    #expect(reading.workedCases >= 12)
  }

  /// Answers by section, what the path is, the section that was green, the flags and the tier; cuts 4 and 8.
  @Test(arguments: [
    ([("E", 8)], "S5 green", "S5", "green", [String](), "universal"),
    ([("E", 7), ("D", 9)], "S5 amber > S4 green", "S4", "amber", [], "targeted"),
    ([("E", 7), ("D", 4), ("C", 8)], "S5 amber > S4 amber > S3 green", "S3", "amber", ["slcn-specific"], "review"),
    ([("E", 3), ("D", 8)], "S5 red > S4 green", "S4", "red", ["refer"], "review"),
    (
      [("E", 3), ("D", 3), ("C", 3), ("B", 3), ("A", 3)], "S5 red > S4 red > S3 red > S2 red > S1 red", "", "red",
      ["refer", "below-lowest"], "review"
    ),
  ])
  func aChildIsLedDownThroughTheWellCommSectionsUntilOneIsGreen(
    _ sections: [(String, Int)], _ path: String, _ green: String, _ band: String, _ flags: [String], _ tier: String
  ) throws {
    let given = sections.flatMap { answers($0.0, 10, right: $0.1, "YES", "NOT") }
    let found = try result("shells/wellcomm-ey", given, months: 33)
    #expect(found.score(ScoreName("path"))?.text == path)
    #expect(found.score(ScoreName("green"))?.text == green)
    #expect(found.score(ScoreName("own"))?.text == "S5")
    #expect(found.band?.rawValue == band)
    #expect(found.flags.map(\.description).sorted() == flags.map { "route:\($0)" }.sorted())
    #expect(found.tier?.tier.rawValue == tier)
  }

  @Test func theTrackerGoesToTheNextSectionAfterFourInARowWithoutSuccess() throws {
    let stopped = answers("A", 10, right: 3, "ALW", "NEV").prefix(7)
    let others = ["B", "C", "D"].flatMap { answers($0, 10, right: 10, "SOM", "NEV") }
    let found = try result("shells/talkboost-tracker", stopped + others, months: 40)
    #expect(found.score(ScoreName("raw.1"))?.text == "6")
    #expect(found.score(ScoreName("raw.all"))?.text == "36")
    #expect(found.flags.map(\.description) == ["ceiling:S1"])
  }

  /// Yes, sometimes and not yet, how many of six are missing, and the area score.
  @Test(arguments: [
    (["YES", "YES", "YES", "SOM", "SOM", "NOT"], "40", "above"), (["YES", "YES", "SOM", "SOM", "SOM"], "42", "above"),
    (["YES", "SOM", "NOT", "NOT"], "23", "monitoring"), (["SOM", "SOM", "NOT", "NOT", "NOT", "NOT"], "10", "below"),
    (["YES", "YES", "YES"], "", ""),
  ])
  func anAreaOfTheQuestionnaireIsAdjustedForOneOrTwoMissingItems(
    _ given: [String], _ area: String, _ band: String
  ) throws {
    let answers = given.enumerated().map { ("C\($0.offset + 1)", $0.element) }
    let found = try result("shells/asq3", answers, months: 36)
    #expect(found.score(ScoreName("area"))?.text == area)
    #expect((found.band?.rawValue ?? "") == band)
  }

  @Test(arguments: [(60, 5, "met"), (65, 5, "met"), (66, 5, "not-met"), (66, 8, "met"), (107, 7, "not-met")])
  func theCriterionOfATotalDependsOnTheAge(_ months: Int, _ right: Int, _ band: String) throws {
    let found = try result("shells/celf-screen", answers("Q", 20, right: right, "C", "I"), months: months)
    #expect(found.band?.rawValue == band)
  }

  @Test func bothTotalsOfThePictureTestAreReadFromTheHoldersTables() throws {
    let given = answers("I", 10, right: 4, "3", "1") + answers("G", 10, right: 10, "2", "0")
    let found = try result("shells/rapt", given, months: 60)
    #expect(found.scores.map(\.text) == ["18", "20", "58", "60"])
    #expect(found.tier?.tier.rawValue == "review")
  }
}
