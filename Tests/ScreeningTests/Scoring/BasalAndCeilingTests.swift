// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct BasalAndCeilingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let months: Int
    let keys: String
    let points: Int?
    let flags: [String]
    var testDescription: String { "\(self.months) months, \(self.keys)" }
  }

  static let cases: [Case] = [
    // From U3, two right in a row: U1 and U2 count without being asked.
    Case(months: 50, keys: "..CCCCCC", points: 8, flags: []),
    // U4 wrong: U2 is asked, U2 and U3 make the run, U1 is credited.
    Case(months: 50, keys: ".CCICICC", points: 6, flags: []),
    // U3 wrong: back to U1.
    Case(months: 50, keys: "CCICCICC", points: 6, flags: []),
    // Never two in a row: nothing is credited.
    Case(months: 50, keys: "CICICICI", points: 4, flags: ["no-basal:U"]),
    // Wrong answers below the run do not count against the child.
    Case(months: 50, keys: "IICCCCCC", points: 8, flags: ["below-basal:U"]),
    // U3 not given is no success: back to U2 and U1, and U3 is missing.
    Case(months: 50, keys: "CCACCCCC", points: nil, flags: ["missing:raw.u"]),
    // Stepping back into blanks leaves them missing.
    Case(months: 50, keys: "..ICCCCC", points: nil, flags: ["no-basal:U", "missing:raw.u"]),
    // The youngest start at U1.
    Case(months: 40, keys: "..CCCCCC", points: nil, flags: ["no-basal:U", "missing:raw.u"]),
    Case(months: 47, keys: "CCCCCCCC", points: 8, flags: []),
    // Three failures in a row end the section; the rest count 0, not missing.
    Case(months: 50, keys: "..CCINI.", points: 4, flags: ["ceiling:U"]),
    Case(months: 50, keys: "..CCINIC", points: 4, flags: ["ceiling:U", "after-ceiling:U"]),
    Case(months: 50, keys: "..CCIII.", points: 4, flags: ["ceiling:U"]),
    // At the last item the ceiling changes nothing but is reached.
    Case(months: 50, keys: "..CCCIII", points: 5, flags: ["ceiling:U"]),
    // An item not given breaks the run of failures.
    Case(months: 50, keys: "..CCIIAI", points: nil, flags: ["missing:raw.u"]),
    // A child stepped all the way back can meet the ceiling at once.
    Case(months: 50, keys: "III.....", points: 0, flags: ["no-basal:U", "ceiling:U"]),
    Case(months: 50, keys: "........", points: nil, flags: ["no-basal:U", "missing:raw.u"]),
  ]

  @Test(arguments: cases) func aSectionIsWalkedAsTheDefinitionSays(_ example: Case) throws {
    let result = try OpenDemo.screener().score(
      understanding(example.keys).merging(someExpression),
      in: OpenDemo.child(months: example.months)
    )
    #expect(result.score(ScoreName("raw.u"))?.value == example.points.map { .points($0) } ?? .absent)
    #expect(result.flags.map(\.description) == example.flags)
  }

  @Test func creditedItemsCountFullPoints() throws {
    var definition = OpenDemo.definition
    definition.responses[1].options[0].value = .points(2)
    definition.scores[2].kind = .add(AddScore(scores: [ScoreName("raw.u"), ScoreName("raw.e")]))
    let result = try PreparedScreener(definition).score(
      understanding("..CCIIII").merging(someExpression),
      in: OpenDemo.child(months: 50)
    )
    #expect(result.score(ScoreName("raw.u"))?.value == .points(8))
  }

  @Test func aCeilingIsExplainedInWords() throws {
    let result = try OpenDemo.screener().score(
      understanding(".CCIIIC.").merging(someExpression),
      in: OpenDemo.child(months: 50),
      explaining: true
    )
    let steps = result.steps.filter { $0.what == "section U" }.map { "\($0.detail): \($0.value)" }
    #expect(
      steps == [
        "starts at U3 for 50 months; stepped back to U2; U1 credited: basal of 2 in a row from U2: 1 points",
        "U2 C 1, U3 C 1, U4 I 0, U5 I 0, U6 I 0: 3 points, 0 missing",
        "ceiling of 3 in a row at U6: U7, U8 count 0",
        "answers below the basal or after the ceiling are ignored: 1 ignored",
      ]
    )
  }
}
