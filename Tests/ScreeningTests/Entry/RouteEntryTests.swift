// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct RouteEntryTests {
  static func session(_ months: Int, _ keys: String) throws -> EntrySession {
    var session = try EntrySession(of: PreparedScreener(RouteDemo.definition), atMonths: months)
    for key in keys { if key == "-" { try session.skip() } else { try session.answer(key: key) } }
    return session
  }

  @Test(
    arguments: [
      (66, "", "S3Q1", []),
      (
        66, "AAAAN", nil,
        ["S3 is complete", "S2 is not needed: the route ended above it", "S1 is not needed: the route ended above it"]
      ),
      (66, "AASSS", "S2Q1", ["S3 is complete"]),
      (66, "AASSSAASNN", "S1Q1", ["S3 is complete", "S2 is complete"]),
      (66, "AASSSAASNNNNNNN", nil, ["S3 is complete", "S2 is complete", "S1 is complete"]),
      // A skipped item ends the route once its section has been given.
      (
        66, "AASS-", nil,
        [
          "S3 has unanswered items, so the route ends without a colour", "S2 is not needed: the route ended above it",
          "S1 is not needed: the route ended above it",
        ]
      ),
      (66, "-", "S3Q2", []),
      (50, "AAAAA", nil, ["S2 is complete", "S1 is not needed: the route ended above it", "S3 is not for this age"]),
      (40, "N", "S1Q2", ["S2 is not for this age", "S3 is not for this age"]),
    ] as [(Int, String, String?, [String])]
  )
  func theRouteIsAskedAsItIsScored(_ months: Int, _ keys: String, _ next: String?, _ closures: [String])
    throws
  {
    let session = try Self.session(months, keys)
    #expect(session.prompt?.item.rawValue == next)
    #expect(session.closures.map(\.description) == closures)
    #expect(session.standing == [])
  }

  @Test func promptsSayWhyASectionBegins() throws {
    #expect(try Self.session(66, "").prompt?.because == "S3 is the section for 66 months")
    #expect(try Self.session(66, "A").prompt?.because == nil)
    #expect(try Self.session(66, "AASSS").prompt?.because == "going down: S3 is not green")
  }

  @Test func goingBackAcrossSectionsTakesTheRouteBack() throws {
    var session = try Self.session(66, "AASSS")
    #expect(session.prompt?.item == ItemCode("S2Q1"))
    try session.take(.wentBack)
    #expect(session.prompt?.item == ItemCode("S3Q5"))
    try session.answer(key: "A")
    #expect(session.prompt == nil)
  }
}
