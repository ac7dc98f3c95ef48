// SPDX-License-Identifier: Apache-2.0

import MadeUpService
import StrictJSON
import Testing
import Wire

@Suite struct RecordManyTests {
  private static func many(_ records: [String]) -> String { #"{"records":[\#(records.joined(separator: ","))]}"# }

  private static func told(_ answer: JSONValue) -> [String] {
    (answer["answers"]?.list ?? []).map { each in
      [each["status"]?.text, each["code"]?.text, each["path"]?.text].compactMap(\.self).joined(separator: " ")
    }
  }

  private static func id(_ number: Int) -> String { #","id":"0193663e-7c00-7000-8000-00000000000\#(number)""# }

  @Test func aRecordThatCannotBeKeptStandsInNobodysWay() async throws {
    let service = try await MadeUpService()
    let params = Self.many([
      Ask.screening("c1"), Ask.screening("c2", #"{"U3":"Z"}"#), Ask.screening("nobody"), Ask.screening("c3"),
      Ask.screening("c4", #"{"Amelia":"C"}"#),
    ])
    let first = try await service.call("screening.recordMany", params)
    #expect(
      Self.told(first) == [
        "stored", "rejected screening.unknown-response answers.U3", "rejected record.not-found", "stored",
        "rejected screening.unknown-item",
      ])
    #expect(!first.written.contains("Amelia"))
    let again = try await service.call("screening.recordMany", params)
    #expect(Self.told(again).filter { $0 == "duplicate" }.count == 2)
    let kept = try await service.call("screening.list")
    #expect(kept["screenings"]?.list?.count == 2)
  }

  @Test func theSameAgainIsADuplicateWithWhatWasKept() async throws {
    let service = try await MadeUpService()
    let params = Self.many((1...7).map { Ask.screening("c\($0)", Ask.amber, Self.id($0)) })
    let first = try await service.call("screening.recordMany", params)
    let again = try await service.call("screening.recordMany", params)
    #expect(Self.told(first) == Array(repeating: "stored", count: 7))
    #expect(Self.told(again) == Array(repeating: "duplicate", count: 7))
    let (old, new) = (first["answers"]?.list ?? [], again["answers"]?.list ?? [])
    #expect(old.map { $0["screening"] } == new.map { $0["screening"] })
    #expect(old.first?["screening"]?["id"]?.text == "0193663e-7c00-7000-8000-000000000001")
  }

  @Test func anIDThatSomethingElseHasIsRejected() async throws {
    let service = try await MadeUpService()
    try await service.call("screening.record", Ask.screening("c1", Ask.amber, Self.id(1)))
    let answer = try await service.call(
      "screening.recordMany",
      Self.many([Ask.screening("c2", Ask.amber, Self.id(1)), Ask.screening("c3", Ask.amber, Self.id(2))]))
    #expect(Self.told(answer) == ["rejected screening.id-taken", "stored"])
  }

  @Test func otherAnswersOfTheSameSittingAreRejected() async throws {
    let service = try await MadeUpService()
    let answer = try await service.call(
      "screening.recordMany",
      Self.many([Ask.screening("c1"), Ask.screening("c1", Ask.amber.replacing(#""U3":"C""#, with: #""U3":"I""#))]))
    #expect(Self.told(answer).first == "stored")
    #expect(Self.told(answer).last?.hasPrefix("rejected screening.already-kept") == true)
  }
}
