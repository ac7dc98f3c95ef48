// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Vocabulary
import Wire

@Suite struct MethodTests {
  static let method = MethodDescription(
    "test.record", "Records a test.",
    params: [
      Field("child", .text), Field("date", .text(.date)), Field("count", .whole(0...3)),
      Field("band", .oneOf(["red", "green"]), optional: true, "what the screener says"),
      Field("answers", .map(of: .optional(.whole)), optional: true),
      Field("rows", .list(of: .object([Field("share", .number), Field("is", .bool)]), atMost: 2), optional: true),
      Field("note", .any, optional: true),
    ],
    result: .object([Field("id", .text)]), errors: [.notValid],
    roles: [.init("practitioner", "own caseload"), .init("admin", "the area")], isWriting: true)

  static let whole = #""child":"c","date":"2026-11-30","count":3"#

  static func refusal(_ members: String) throws -> Fault? {
    let params = try #require(try JSONValue(reading: Array("{\(members)}".utf8)).object)
    do {
      try Self.method.check(params)
      return nil
    } catch let fault as Fault {
      return fault
    }
  }

  @Test(arguments: [
    "", #","band":"red""#, #","band":null"#, #","answers":{"U1":0,"U2":null}"#, #","note":[{}]"#,
    #","rows":[{"share":0.5,"is":true},{"share":1,"is":false}]"#, #","key":"01934567-89ab-7def-8123-456789ABCDEF""#,
    #","key":null"#,
  ])
  func whatFitsIsTaken(_ more: String) throws { #expect(try Self.refusal(Self.whole + more) == nil) }

  @Test(arguments: [
    (#""date":"2026-11-30","count":3"#, "params.missing", "child"), (#""child":null"#, "params.kind", "child"),
    (#""child":"c","date":"2026-02-29","count":0"#, "params.kind", "date"),
    (#""child":"c","date":"2026-11-30","count":4"#, "params.kind", "count"),
    (#""child":"c","date":"2026-11-30","count":1.0"#, "params.kind", "count"),
    (whole + #","band":"blue""#, "params.kind", "band"), (whole + #","answers":[]"#, "params.kind", "answers"),
    (whole + #","answers":{"U1":"0"}"#, "params.kind", "answers.U1"),
    (whole + #","rows":[{"share":1,"is":1}]"#, "params.kind", "rows[0].is"),
    (whole + #","rows":[{"share":1}]"#, "params.missing", "rows[0].is"),
    (whole + #","rows":[1]"#, "params.kind", "rows[0]"), (whole + #","rows":[{},{},{}]"#, "params.kind", "rows"),
    (whole + #","rows":[{"share":1,"is":true,"Ann":1}]"#, "params.unknown", "rows[0]"),
    (whole + #","Ann":1"#, "params.unknown", nil),
    (whole + #","key":"01934567-89ab-4def-8123-456789abcdef""#, "params.kind", "key"),
    (whole + #","key":"01934567-89ab-7def-c123-456789abcdef""#, "params.kind", "key"),
    (whole + #","key":"0193456789ab7def8123456789abcdef""#, "params.kind", "key"),
  ])
  func whatDoesNotFitIsRefusedAtItsPath(_ members: String, _ code: String, _ path: String?) throws {
    let fault = try #require(try Self.refusal(members))
    #expect(fault.code.name == code)
    #expect(fault.place == path)
    #expect(!"\(fault)".contains("Ann"))
  }

  @Test func aReadingMethodTakesNoKey() throws {
    var key = JSONObject()
    key["key"] = .text("01934567-89ab-7def-8123-456789abcdef")
    #expect(throws: Fault.self) { try MethodDescription.ping.check(key) }
  }

  @Test func aRoleThatIsNotNamedHasNoScope() {
    #expect(Self.method.scope(of: "admin") == "the area")
    #expect(Self.method.scope(of: "auditor") == nil)
  }

  @Test func theDocumentIsMadeFromTheTable() throws {
    let document = OpenRPC.document(methods: [Self.method, .ping, .open], version: "1.0.0")
    let methods = try #require(document["methods"]?.list)
    #expect(methods.map { $0["name"]?.text } == ["session.open", "session.ping", "test.record"])
    let method = try #require(methods.last)
    #expect(method["x-roles"]?["practitioner"]?.text == "own caseload")
    #expect(method["errors"]?.list?.first?["code"]?.whole == -32014)
    let params = try #require(method["params"]?.list)
    #expect(params.map { $0["required"]?.bool } == [true, true, true, false, false, false, false, false])
    #expect(params.last?["name"]?.text == "key")
    let rows = try #require(params.first { $0["name"]?.text == "rows" }?["schema"])
    let written =
      #"{"anyOf":[{"items":{"additionalProperties":false,"properties":{"is":{"type":"boolean"},"share":"#
      + #"{"type":"number"}},"required":["share","is"],"type":"object"},"maxItems":2,"type":"array"},{"type":"null"}]}"#
    #expect(String(decoding: rows.bytes, as: UTF8.self) == written)
  }

  @Test func theLimitsAreTold() {
    #expect(
      String(decoding: WireLimits().json.bytes, as: UTF8.self)
        == #"{"batch":100,"depth":32,"inFlight":64,"line":1048576}"#)
  }
}
