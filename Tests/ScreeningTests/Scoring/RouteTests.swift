// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// Paths worked by hand after the route that the WellComm toolkit's publisher describes.
@Suite struct RouteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let months: Int
    let answers: String
    let path: String
    var green = ""
    var own = ""
    var colour = ""
    var band: String?
    var tier: String?
    var flags: [String] = []
    var testDescription: String { "\(self.months) months, \(self.answers)" }
  }

  static let cases: [Case] = [
    Case(
      months: 66, answers: "S3 AAAAN", path: "S3 green", green: "S3", own: "S3", colour: "2", band: "green",
      tier: "universal"),
    // 7 points are amber, 8 green: the cut belongs to the colour above.
    Case(
      months: 66, answers: "S3 AAASN S2 AAAAN", path: "S3 amber > S2 green", green: "S2", own: "S3", colour: "1",
      band: "amber", tier: "targeted"),
    Case(
      months: 66, answers: "S3 AASSS S2 AASNN S1 AAAAA", path: "S3 amber > S2 amber > S1 green", green: "S1",
      own: "S3", colour: "1", band: "amber", tier: "watch", flags: ["route:specific"]),
    Case(
      months: 66, answers: "S3 SSSNN S2 AAAAA", path: "S3 red > S2 green", green: "S2", own: "S3", colour: "0",
      band: "red", tier: "specialist", flags: ["route:refer"]),
    // 4 points are amber.
    Case(
      months: 60, answers: "S3 SSSSN S2 NNNNN S1 AAAAS", path: "S3 amber > S2 red > S1 green", green: "S1", own: "S3",
      colour: "1", band: "amber", tier: "targeted"),
    // Down to the youngest without a green.
    Case(
      months: 59, answers: "S2 NNNNN S1 AASSS", path: "S2 red > S1 amber", own: "S2", colour: "0", band: "red",
      tier: "specialist", flags: ["route:refer", "route:lowest"]),
    Case(
      months: 48, answers: "S2 AANNN S1 AANNN", path: "S2 amber > S1 amber", own: "S2", colour: "1", band: "amber",
      tier: "specialist", flags: ["route:specific", "route:lowest"]),
    Case(
      months: 47, answers: "S1 AAAAA", path: "S1 green", green: "S1", own: "S1", colour: "2", band: "green",
      tier: "universal"),
    Case(
      months: 36, answers: "S1 NNNNN", path: "S1 red", own: "S1", colour: "0", band: "red", tier: "specialist",
      flags: ["route:refer", "route:lowest"]),
    // One answer missing: no colour, no band, no tier, whatever the others are.
    Case(months: 66, answers: "S3 AAAA.", path: "", flags: ["missing:S3"]),
    Case(months: 66, answers: "S3 AAAAO", path: "", flags: ["missing:S3"]),
    Case(months: 66, answers: "S3 NNNNN S2 AAAA.", path: "", flags: ["missing:S2"]),
    Case(months: 66, answers: "S3 AASSS", path: "", flags: ["missing:S2"]),
    Case(months: 66, answers: "", path: "", flags: ["missing:S3"]),
    // Answers off the route are ignored and told.
    Case(
      months: 66, answers: "S3 AAAAA S2 NNNNN S1 N....", path: "S3 green", green: "S3", own: "S3", colour: "2",
      band: "green", tier: "universal", flags: ["off-route:S1", "off-route:S2"]),
    Case(
      months: 50, answers: "S3 AAAAA S2 AAAAA", path: "S2 green", green: "S2", own: "S2", colour: "2", band: "green",
      tier: "universal", flags: ["off-route:S3"]),
  ]

  @Test(arguments: cases) func theRouteLeadsDownToGreen(_ example: Case) throws {
    let result = try PreparedScreener(RouteDemo.definition).score(
      RouteDemo.answers(example.answers), in: OpenDemo.child(months: example.months))
    #expect(result.text("path") == example.path)
    #expect(result.text("green-section") == example.green)
    #expect(result.text("own-section") == example.own)
    #expect(result.text("own-colour") == example.colour)
    #expect(result.band?.rawValue == example.band)
    #expect(result.tier?.tier.rawValue == example.tier)
    #expect(result.flags.map(\.description) == example.flags)
  }

  /// The colour of every number of points in a section, by counting.
  @Test func everyNumberOfPointsHasTheColourOfItsCuts() throws {
    let screener = try PreparedScreener(RouteDemo.definition)
    for points in 0...10 {
      let keys = (0..<5).map { points >= 2 * $0 + 2 ? "A" : points == 2 * $0 + 1 ? "S" : "N" }.joined()
      let result = try screener.score(RouteDemo.answers("S1 \(keys)"), in: OpenDemo.child(months: 40))
      #expect(result.number("own-points") == Double(points))
      #expect(result.text("path") == (points >= 8 ? "S1 green" : points >= 4 ? "S1 amber" : "S1 red"))
    }
  }

  /// The cuts behind a flag do not hold for a child whom the norms do not cover, wherever the tier rule stands.
  @Test func noFlagProposesATierForAChildWhoIsNotNormed() throws {
    var definition = RouteDemo.definition
    definition.normsApply = NormsApply(homeLanguages: ["ENG"])
    definition.tiers.append(TierRule(tier: TierName("review"), condition: .notNormed))
    let screener = try PreparedScreener(definition)
    let answers = RouteDemo.answers("S3 NNNNN S2 AAAAA")
    let normed = try screener.score(answers, in: OpenDemo.child(months: 65))
    #expect(normed.flags.contains(ScreeningFlag(.route, "refer")))
    #expect(normed.tier?.tier == TierName("specialist"))
    let notNormed = try screener.score(answers, in: OpenDemo.child(months: 65, languages: ["PAN"]))
    #expect(notNormed.flags.contains(ScreeningFlag(.route, "refer")))
    #expect(notNormed.tier?.tier == TierName("review"))
  }

  @Test func theWordsTellWhereTheRouteLed() throws {
    let result = try PreparedScreener(RouteDemo.definition).score(
      RouteDemo.answers("S3 AASSS S2 AASNN S1 AAAAA"), in: OpenDemo.child(months: 66), explaining: true)
    #expect(result.words("route") == ["two-amber-running: S3 amber > S2 amber > S1 green: specific"])
    #expect(
      result.words("own-colour") == ["own-colour: S3 amber > S2 amber > S1 green: 1"])
    #expect(
      result.words("tier") == ["the first rule that holds: flag.specific and not flag.refer: watch, to be confirmed"])
    let green = try PreparedScreener(RouteDemo.definition).score(
      RouteDemo.answers("S3 AAAAN"), in: OpenDemo.child(months: 66), explaining: true)
    #expect(green.words("section S1") == ["the route does not lead there: left out"])
  }

  @Test func aSumOverASectionOffTheRouteHasNoScoreAndSaysWhy() throws {
    var definition = RouteDemo.definition
    definition.scores.append(ScoreDeclaration(name: ScoreName("raw"), kind: Small.sum("S2")))
    let result = try PreparedScreener(definition).score(
      RouteDemo.answers("S3 AAAAN"), in: OpenDemo.child(months: 66), explaining: true)
    #expect(result.number("raw") == nil)
    #expect(result.words("raw") == ["section S2 is not on the route: no score"])
  }
}
