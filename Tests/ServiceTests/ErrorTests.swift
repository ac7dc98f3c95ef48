// SPDX-License-Identifier: Apache-2.0

import MadeUpService
import Service
import Storage
import StrictJSON
import Testing
import Wire

/// Which number says what, and that nothing that was typed comes back in it.
@Suite struct ErrorTests {
  /// For calls that are refused and change nothing.
  private static let shared = Task { try await MadeUpService() }

  @Test(arguments: [
    ("child.get", #"{"child":"nobody"}"#), ("screening.get", #"{"screening":"none"}"#),
    ("screener.get", #"{"screener":"none"}"#), ("job.get", #"{"job":"none"}"#), ("job.watch", #"{"job":"none"}"#),
    ("job.cancel", #"{"job":"none"}"#), ("rota.get", #"{"week":"2026-W49"}"#),
    ("rota.publish", #"{"week":"2026-W49"}"#), ("rota.repair", #"{"week":"2026-W49","accept":{"number":1}}"#),
    ("rota.explain", #"{"week":"2026-W49","visit":"none"}"#), ("plan.get", #"{"plan":"none"}"#),
    ("plan.check", #"{"plan":"none"}"#), ("plan.put", #"{"plan":"none","section":1,"text":"t"}"#),
    ("plan.pull", #"{"plan":"none"}"#), ("audit.root", "{}"),
    ("screening.amend", #"{"screening":"none","answers":{"U3":"I"},"reason":"r"}"#),
    ("screening.confirm", #"{"decisions":[{"screening":"none","tier":"targeted"}]}"#),
    ("screening.record", Ask.screening("nobody")),
    ("screening.record", Ask.screening("c1").replacing(MadeUpService.screener, with: "none")),
    ("visit.done", #"{"visits":[{"visit":"none","outcome":"done"}]}"#),
    ("demand.add", #"{"week":"2026-W49","setting":"none","kind":"coach","minutes":60,"reason":"r"}"#),
    ("child.put", #"{"id":"n","setting":"none","givenName":"G","familyName":"F","birthDate":"2022-09-15"}"#),
  ])
  func whatIsNotThereIsNotFound(_ method: String, _ params: String) async throws {
    let refused = try await Self.shared.value.refusal(method, params)
    #expect(refused?.number == .notFound, "\(refused?.brief ?? "answered")")
    #expect(refused?.retry == .never)
  }

  @Test(arguments: [
    (Ask.screening("c1", #"{"U3":"Z"}"#), "-32014 screening.unknown-response at answers.U3"),
    (Ask.screening("c1", #"{"Amelia":"C"}"#), "-32014 screening.unknown-item at answers"),
    (Ask.screening("c1", Ask.amber, #","birthDate":"2021-01-01""#), "-32014 screening.wrong-child at birthDate"),
    (Ask.screening("c9"), "-32014 screening.opted-out at child"),
  ])
  func whatIsNotValidIsToldWithTheMemberThatIsMeant(_ params: String, _ brief: String) async throws {
    #expect(try await Self.shared.value.refusal("screening.record", params)?.brief == brief)
  }

  @Test func whatWasAmendedMeanwhileCannotBeAmendedOrConfirmed() async throws {
    let service = try await MadeUpService()
    let kept = try await service.call("screening.record", Ask.screening("c1"))
    let id = try #require(kept["screening"]?["id"]?.text)
    try await service.call("screening.amend", #"{"screening":"\#(id)","answers":{"U3":"I"},"reason":"misread"}"#)
    let again = try await service.refusal(
      "screening.amend", #"{"screening":"\#(id)","answers":{"U4":"I"},"reason":"misread"}"#)
    #expect(again?.number == .changedMeanwhile)
    let late = try await service.refusal(
      "screening.confirm", #"{"decisions":[{"screening":"\#(id)","tier":"targeted"}]}"#, as: .therapist)
    #expect(late?.number == .changedMeanwhile)
    let idle = try await service.refusal("screening.amend", #"{"screening":"\#(id)","reason":"misread"}"#)
    #expect(idle?.number == .notValid)
  }

  /// Every text of the call is the same odd word, so that it can be looked for.
  @Test func nothingThatWasTypedStandsInAnError() async throws {
    let service = try await MadeUpService()
    var refusals = 0
    for method in MethodTable.own {
      let params = Sample.params(of: method).written.replacing(#""x""#, with: #""Zyxwv""#)
      guard let refused = try await service.refusal(method.name, params) else { continue }
      refusals += 1
      #expect(!refused.json.written.contains("Zyxwv"), "\(method.name): \(refused.json.written)")
    }
    #expect(refusals > 15)
    for answers in [#"{"Zyxwv":"C"}"#, #"{"U3":"Zyxwv"}"#, #"{"Zy xwv":"C"}"#] {
      let refused = try #require(try await service.refusal("screening.record", Ask.screening("c1", answers)))
      #expect(!refused.json.written.contains("xwv"), "\(refused.json.written)")
    }
  }
}
