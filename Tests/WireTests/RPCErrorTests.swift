// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Vocabulary
import Wire

@Suite struct RPCErrorTests {
  @Test(arguments: [
    ("store.unavailable", Fault.Kind.unavailable, -32010, RPCError.Retry.after(milliseconds: 5_000)),
    ("store.busy", .unavailable, -32005, .after(milliseconds: 1_000)),
    ("store.outcome-unknown", .unavailable, -32010, .sameKey), ("store.corrupt", .unavailable, -32010, .never),
    ("store.cannot-write", .cannotWrite, -32010, .never), ("store.cancelled", .unavailable, -32800, .never),
    ("store.key-reused", .badInput, -32011, .never),
    ("store.key-in-progress", .notSo, -32012, .after(milliseconds: 1_000)),
    ("store.changed-meanwhile", .notSo, -32013, .never), ("store.conflict", .badInput, -32014, .never),
    ("store.append-only", .notAllowed, -32003, .never), ("access.refused", .notAllowed, -32003, .never),
    ("access.unknown-person", .notAllowed, -32001, .never), ("access.needs-administrator", .notSo, -32003, .never),
    ("record.not-found", .notSo, -32004, .never), ("store.not-found", .notSo, -32004, .never),
    ("rota.visit-unknown", .notSo, -32004, .never), ("screener.unknown", .notSo, -32004, .never),
    ("record.not-valid", .badInput, -32014, .never), ("plan.not-accepted", .notSo, -32014, .never),
    ("params.kind", .badInput, -32602, .never), ("cohort.bad-summary", .usage, -32602, .never),
  ])
  func aFaultHasOneNumber(_ code: String, _ kind: Fault.Kind, _ number: Int, _ retry: RPCError.Retry) {
    let error = RPCError(Fault(Fault.Code(code, kind), "Ann Example, born 2020-01-01"), params: JSONObject())
    #expect(error.number.rawValue == number)
    #expect(error.code == code)
    #expect(error.retry == retry)
    #expect(!String(decoding: error.json.bytes, as: UTF8.self).contains("Ann"))
  }

  @Test func aDefectSaysNothingMore() {
    let fault = Fault(Fault.Code("rota.unsound", .defect), "x", at: "week", maybe: "look at the sources")
    let error = RPCError(fault, params: JSONObject())
    #expect(error == RPCError(.internalError, code: "elsec.defect"))
  }

  static let params = JSONValue.members([
    "answers": .members(["U3": .whole(7), "U4": .whole(1)]), "records": .list([.members(["name": .text("Ann")])]),
    "week": .text("2026-W40"),
  ])

  @Test(arguments: [
    ("answers.U3", "answers.U3"), ("records[0].name", "records[0].name"), ("week", "week"),
    ("records[0]", "records[0]"),
    ("records[1].name", nil), ("answers.U9", nil), ("child 0190-1", nil), ("children.csv:4:2", nil), ("Ann", nil),
    ("week.day", nil), ("", nil), ("answers.", nil), ("records[-1]", nil), ("records[0", nil), ("records[]", nil),
  ])
  func onlyAPathIntoTheParamsGoesOut(_ place: String, _ path: String?) throws {
    let params = try #require(Self.params.object)
    #expect(RPCError(Fault(.malformed, "no", at: place), params: params).path == path)
  }

  @Test func thePathOfWhatIsMissingGoesOut() throws {
    let params = try #require(Self.params.object)
    #expect(RPCError(Fault(.paramMissing, "no", at: "records[0].born"), params: params).path == "records[0].born")
    #expect(RPCError(Fault(.paramMissing, "no", at: "other[0].born"), params: params).path == nil)
  }

  @Test(arguments: [
    ("give a day of that week", true), ("item 17 takes 0 to 3", true), ("item 7 takes 0 to 3", false),
    ("run 'elsec rota plan --week 2026-W40'", false), ("Annual leave counts", true), ("ask Ann", false), ("", true),
  ])
  func aHintThatRepeatsWhatWasTypedIsLeftOut(_ hint: String, _ goesOut: Bool) throws {
    let params = try #require(Self.params.object)
    let error = RPCError(Fault(.malformed, "no", maybe: hint), params: params)
    #expect(error.hint == (goesOut ? "maybe: \(hint)" : nil))
  }

  @Test func theTableOfNumbersIsClosed() {
    let numbers = [
      -32700, -32600, -32601, -32602, -32603, -32001, -32002, -32003, -32004, -32005, -32010, -32011, -32012, -32013,
      -32014, -32800,
    ]
    #expect(RPCError.Number.allCases.map(\.rawValue) == numbers)
    #expect(Set(RPCError.Number.allCases.map(\.message)).count == numbers.count)
  }

  @Test func theErrorIsWrittenWithAllItKnows() {
    let error = RPCError(
      .notValid, code: "screening.item-out-of-range", path: "answers.U3", hint: "0 to 3", retry: .after(milliseconds: 5)
    )
    let written =
      "{\"code\":-32014,\"data\":{\"afterMs\":5,\"code\":\"screening.item-out-of-range\",\"hint\":\"maybe: 0 to 3\","
      + "\"path\":\"answers.U3\",\"retry\":\"after\"},\"message\":\"Not valid\"}"
    #expect(error.json.bytes == Array(written.utf8))
  }
}
