// SPDX-License-Identifier: Apache-2.0

import MadeUpService
import Storage
import StrictJSON
import Testing
import Wire

/// Calls that come again.
@Suite struct KeyTests {
  private static let key = "0193663e-7c00-7abc-8def-000000000001"
  private static func keyed(_ params: String, _ key: String = key) -> String {
    #"\#(params.dropLast())\#(params == "{}" ? "" : ",")"key":"\#(key)"}"#
  }

  @Test(arguments: [
    ("child.put", #"{"id":"new","givenName":"G","familyName":"F","birthDate":"2022-09-15"}"#, #""G""#, #""H""#),
    ("screening.record", Ask.screening("c1"), #""c1""#, #""c2""#),
    ("screening.recordMany", #"{"records":[\#(Ask.screening("c1"))]}"#, #""c1""#, #""c2""#),
    ("demand.add", #"{"week":"2026-W49","setting":"990001","kind":"coach","minutes":60,"reason":"r"}"#, "60", "65"),
    ("rota.plan", #"{"week":"2026-W49"}"#, "W49", "W50"),
    ("plan.put", #"{"title":"T","from":"2026-09-01","to":"2027-08-31"}"#, #""T""#, #""S""#),
  ])
  func theSameCallAgainGetsTheFirstAnswerAndWritesNothing(
    _ method: String, _ params: String, _ old: String, _ new: String
  ) async throws {
    let service = try await MadeUpService()
    let first = try await service.call(method, Self.keyed(params))
    let head = try await service.auditHead()
    #expect(try await service.call(method, Self.keyed(params)) == first)
    #expect(try await service.call(method, Self.keyed(params, Self.key.uppercased())) == first)
    #expect(try await service.auditHead() == head)
    let other = try await service.refusal(method, Self.keyed(params.replacing(old, with: new)))
    #expect(other?.number == .keyReused)
    #expect(try await service.auditHead() == head)
  }

  @Test func theOrderOfMembersIsNoDifference() async throws {
    let service = try await MadeUpService()
    let first = try await service.call(
      "child.put", Self.keyed(#"{"id":"new","givenName":"G","familyName":"F","birthDate":"2022-09-15"}"#))
    let head = try await service.auditHead()
    let again = try await service.call(
      "child.put", Self.keyed(#"{"birthDate":"2022-09-15","familyName":"F","givenName":"G","id":"new"}"#))
    #expect(again == first && first["change"]?.text == "added")
    #expect(try await service.auditHead() == head)
  }

  @Test func aKeyIsOfOnePersonAndOneMethod() async throws {
    let service = try await MadeUpService()
    let params = Self.keyed(#"{"title":"T","from":"2026-09-01","to":"2027-08-31"}"#)
    let first = try await service.call("plan.put", params, as: .planLead, named: "one")
    let second = try await service.call("plan.put", params, as: .planLead, named: "two")
    #expect(first["plan"]?["plan"] != nil && first != second)
    let other = try await service.refusal(
      "rota.plan", Self.keyed(#"{"week":"2026-W49"}"#), as: .manager, named: "three")
    #expect(other == nil)
    #expect(
      try await service.refusal(
        "demand.add",
        Self.keyed(
          #"{"week":"2026-W49","setting":"990001","kind":"coach","minutes":60,"reason":"r"}"#), as: .manager,
        named: "three")?
        .number == .keyReused)
  }

  @Test func aCallThatWasRefusedIsTriedAnewWithItsKey() async throws {
    let service = try await MadeUpService()
    let params = Self.keyed(Ask.screening("late"))
    #expect(try await service.refusal("screening.record", params)?.number == .notFound)
    try await service.call(
      "child.put", #"{"id":"late","givenName":"G","familyName":"F","birthDate":"2022-09-15","homeLanguages":["ENG"]}"#)
    #expect(try await service.call("screening.record", params)["isNew"]?.bool == true)
  }

  @Test func aKeyThatIsNoUUIDOfVersion7IsRefused() async throws {
    let service = try await MadeUpService()
    let refused = try await service.refusal("rota.plan", Self.keyed(#"{"week":"2026-W49"}"#, "k"))
    #expect(refused?.brief == "-32602 params.kind at key")
  }
}
