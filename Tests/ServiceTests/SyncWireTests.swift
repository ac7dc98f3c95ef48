// SPDX-License-Identifier: Apache-2.0

import Handlers
import MadeUpService
import Screening
import Service
import Storage
import StrictJSON
import Testing
import Vocabulary
import Wire

/// What devices and service exchange, as it goes over the wire.
@Suite struct SyncWireTests {
  private static func peer(of device: MadeUpDevice, to service: MadeUpService) -> WirePeer {
    let person = Principal(
      name: device.person.name, role: device.person.role, area: MadeUpService.area, purpose: "test")
    return WirePeer(device: "tablet", clockAhead: 1_500, newID: { Ask.uuid(99) }) { method, params in
      // As bytes, since that is what the wire carries.
      let sent = try JSONValue(reading: JSONValue.object(params).bytes).object ?? JSONObject()
      do {
        return try JSONValue(
          reading: try await service.methods.answer(method, sent, as: person).bytes, limits: .file)
      } catch let error as RPCError {
        throw Fault(Fault.Code(error.code, .badInput), "refused")
      }
    }
  }

  private static func exchange(_ device: MadeUpDevice, with service: MadeUpService) async throws -> SyncReport {
    try await ExchangeRecords.run(
      .init(peer: Self.peer(of: device, to: service)), in: device.practice, as: device.person)
  }

  private static func screenings(_ practice: Practice, as person: Principal) async throws -> [ScreeningRecord] {
    try await practice.store.write(as: person) { records in
      try records.screenings(currentOnly: false).sorted { $0.id < $1.id }
    }
  }

  private static func keep(
    _ child: String, _ content: ScreeningDraft.Content, on device: MadeUpDevice, concerns: Set<Concern> = []
  ) async throws -> ScreeningRecord {
    let day = try #require(CivilDate(MadeUpService.testDate))
    return try await KeepScreening.run(
      .init(
        screener: MadeUpService.screener, phase: .baseline,
        draft: ScreeningDraft(child: ChildID(child), testDate: day, content: content, concerns: concerns, place: "")),
      in: device.practice, as: device.person
    ).screening
  }

  /// Amber, with two answers given in another language.
  private static var answers: ScreeningAnswers {
    var answers = ScreeningAnswers()
    for (item, code) in (try? JSONValue(reading: Array(Ask.amber.utf8)).object?.members.map { ($0.key, $0.value.text) })
      ?? []
    {
      answers[ItemCode(item)] = code.map { ResponseCode($0) }
    }
    answers.setLanguage("POL", of: ItemCode("U3"))
    answers.setLanguage("URD", of: ItemCode("E1"))
    return answers
  }

  @Test func whatADeviceWroteDownIsKeptByTheServiceAndComesBackTheSame() async throws {
    let service = try await MadeUpService()
    let device = try await MadeUpDevice(of: "Ada", number: 1)
    #expect(try await Self.exchange(device, with: service).children == 9)
    let first = try await Self.keep("c1", .answers(Self.answers), on: device, concerns: Set(Concern.allCases.prefix(1)))
    _ = try await Self.keep("c2", .notScreened(.absent), on: device)
    _ = try await AmendScreening.run(
      .init(screening: first.id, answers: [ItemCode("U4"): nil], reason: "misheard"), in: device.practice,
      as: device.person)
    let made = try await Self.screenings(device.practice, as: device.person)
    let head = try #require(made.last { $0.supersedes == first.id })
    _ = try await ConfirmTiers.run(
      .init(decisions: [.init(screening: head.id, tier: "specialist", reason: "seen before")]), in: device.practice,
      as: device.person)
    let report = try await Self.exchange(device, with: service)
    #expect(report.sent == 4 && report.rejected == 0 && report.held == 0 && report.conflicts == 0)
    let kept = try await Self.screenings(service.practice, as: service.person(.admin))
    let here = try await Self.screenings(device.practice, as: device.person)
    #expect(kept.count == 3 && kept == here)
    let ofFirst = try #require(kept.first { $0.id == first.id })
    #expect(ofFirst.answers == first.answers && ofFirst.scores == first.scores && ofFirst.flags == first.flags)
    #expect(ofFirst.answers.contains("\tPOL"))
    let again = try await Self.exchange(device, with: service)
    #expect(again.sent == 0)
  }

  @Test func whatIsPulledIsReadAsItIsKept() async throws {
    let service = try await MadeUpService()
    let writer = try await MadeUpDevice(of: "Ada", number: 1)
    _ = try await Self.exchange(writer, with: service)
    for child in ["c1", "c2", "c8"] { _ = try await Self.keep(child, .answers(Self.answers), on: writer) }
    _ = try await Self.keep("c3", .notScreened(.absent), on: writer)
    _ = try await Self.exchange(writer, with: service)
    let reader = try await MadeUpDevice(of: "Boris", .manager, number: 2)
    let wanted = try await PullRecords.run(.init(cursor: nil), in: service.practice, as: reader.person)
    let read = try await Self.peer(of: reader, to: service).pull(cursor: nil, settings: [], again: [])
    #expect(read.children == wanted.children && read.area == wanted.area && read.isRestart && read.isMore)
    #expect(read.children.flatMap(\.screenings).count == 4)
  }

  /// Each stands among good ones.
  static let malformed: [(record: String, answer: String)] = [
    ("{}", "params.missing at id"),
    (#"{"id":"x","kind":"screening","madeAt":"\#(at)","body":{}}"#, "params.kind at id"),
    (#"{"id":"ID","kind":"wish","madeAt":"\#(at)","body":{}}"#, "params.kind at kind"),
    (#"{"id":"ID","kind":"screening","madeAt":"yesterday","body":{}}"#, "params.kind at madeAt"),
    (#"{"id":"ID","kind":"screening","madeAt":"\#(at)","body":{}}"#, "params.missing at body.child"),
    (#"{"id":"ID","kind":"screening","madeAt":"\#(at)","body":{"Amelia":1}}"#, "params.missing at body.child"),
    (
      #"{"id":"ID","kind":"screening","madeAt":"\#(at)","body":\#(Ask.screening("c1", #"{"U3":"Z"}"#))}"#,
      "screening.unknown-response"
    ),
    (#"{"id":"ID","kind":"screening","madeAt":"\#(at)","body":\#(Ask.screening("nobody"))}"#, "record.not-found"),
    (#"{"id":"ID","kind":"screening","madeAt":"\#(at)","body":\#(Ask.screening("c9"))}"#, "screening.opted-out"),
    (
      #"{"id":"ID","kind":"confirmation","madeAt":"\#(at)","body":{"child":"c1"}}"#,
      "params.missing at body.screening"
    ),
    (
      #"{"id":"ID","kind":"amendment","madeAt":"\#(at)","body":{"child":"c1","screening":"s","reason":"r"}}"#,
      "params.missing at body.testDate"
    ),
  ]
  private static let at = "2026-11-27T09:00:00.000000Z"

  @Test(arguments: malformed.indices) func aRecordThatCannotBeTakenStandsInNobodysWay(_ index: Int) async throws {
    let service = try await MadeUpService()
    let good = { (number: Int, child: String) in
      #"{"id":"\#(Ask.uuid(number))","kind":"screening","madeAt":"\#(Self.at)","body":\#(Ask.screening(child))}"#
    }
    let bad = Self.malformed[index].record.replacing("\"ID\"", with: "\"\(Ask.uuid(7))\"")
    let reply = try await service.call(
      "sync.push", #"{"records":[\#(good(1, "c1")),\#(bad),\#(good(2, "c2"))]}"#, as: .practitioner)
    let answers = (reply["answers"]?.list ?? []).map { answer in
      let path = answer["path"]?.text.map { " at \($0)" } ?? ""
      return answer["code"]?.text.map { $0 + path } ?? answer["status"]?.text ?? ""
    }
    #expect(answers == ["stored", Self.malformed[index].answer, "stored"])
  }

  @Test func twoSittingsOfOneDayWaitForADecisionWithWhatEachSays() async throws {
    let service = try await MadeUpService()
    let (ada, boris) = (try await MadeUpDevice(of: "Ada", number: 1), try await MadeUpDevice(of: "Boris", number: 2))
    for device in [ada, boris] { _ = try await Self.exchange(device, with: service) }
    var others = Self.answers
    others[ItemCode("U3")] = ResponseCode("I")
    let first = try await Self.keep("c1", .answers(Self.answers), on: ada)
    let second = try await Self.keep("c1", .answers(others), on: boris)
    #expect(try await Self.exchange(ada, with: service).sent == 1)
    #expect(try await Self.exchange(boris, with: service).conflicts == 1)
    let waiting = try await service.call("sync.held", as: .practitioner)["records"]?.list ?? []
    let record = try #require(waiting.first)
    #expect(waiting.count == 1 && record["contradicts"]?.text == first.id.rawValue)
    #expect(record["body"]?["answers"]?["U3"]?.text == "I" && record["by"]?.text == "Boris")
    #expect(record["device"]?.text == "tablet" && record["clockAhead"]?.whole == 1_500)
    let ask = #"{"record":"\#(second.id)","choice":"take","reason":"the second was right"}"#
    #expect(try await service.refusal("sync.decide", ask, as: .practitioner)?.number == .notAllowed)
    let decided = try await service.call("sync.decide", ask, as: .therapist)
    #expect(decided["record"]?["state"]?.text == "taken")
    #expect(try await service.call("sync.held", as: .practitioner)["records"]?.list == [])
    let kept = try await Self.screenings(service.practice, as: service.person(.admin))
    for device in [ada, boris] {
      _ = try await Self.exchange(device, with: service)
      let screenings = try await Self.screenings(device.practice, as: device.person)
      #expect(screenings == kept)
      #expect(screenings.map(\.supersedes) == [nil, first.id])
    }
  }
}

extension Ask {
  static func uuid(_ number: Int) -> String {
    UUIDv7.text(at: Instant(microseconds: 1_795_251_600_000_000), random: (7, UInt64(number)))
  }
}
