// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Synchronization
import Testing
import Vocabulary

/// The service as a device reaches it, without a wire in between. Answers can be lost on the way.
private final class NearPeer: SyncPeer {
  private let service: Service
  private let person: String
  private let lost = Mutex(0)

  init(_ service: Service, person: String, losing: Int = 0) {
    self.service = service
    self.person = person
    self.lost.withLock { $0 = losing }
  }

  private func mayBeLost() throws {
    let isLost = self.lost.withLock { lost in
      lost -= 1
      return lost >= 0
    }
    if isLost { throw Fault(.storeUnavailable, "the answer was lost") }
  }

  func push(_ records: [UnsentRecord]) async throws -> [OutboxRecord.Said] {
    let answers = try await self.service.run(
      PushRecords.self,
      .init(
        device: .init(name: "tablet of \(self.person)", clockAhead: 0), records: records.map(Self.sent),
        reading: { _, _, _ in .unreadable(Fault(.notValid, "not in this test")) }),
      as: .therapist, named: self.person)
    try self.mayBeLost()
    return zip(records, answers).map { record, answer in
      switch answer {
      case .stored, .duplicate: .init(id: record.id, kind: record.kind, state: .sent)
      case .held: .init(id: record.id, kind: record.kind, state: .held)
      case .conflict: .init(id: record.id, kind: record.kind, state: .conflict)
      case .rejected(let fault): .init(id: record.id, kind: record.kind, state: .rejected, code: fault.code.name)
      }
    }
  }

  func pull(cursor: String?, settings: [SettingID], again: [ChildID]) async throws -> FetchedRecords {
    let fetched = try await self.service.run(
      PullRecords.self, .init(cursor: cursor, settings: settings, again: again, limit: 2), as: .therapist,
      named: self.person)
    try self.mayBeLost()
    return fetched
  }

  private static func sent(_ record: UnsentRecord) -> SentRecord {
    let body: SentRecord.Body =
      switch record {
      case .screening(let screening):
        .screening(
          .init(
            id: screening.id, screener: "\(screening.screener)@\(screening.version)", phase: screening.phase,
            draft: ScreeningDraft(
              child: screening.child, testDate: screening.testDate,
              content: .answers(ScreeningText.answers(in: screening.answers)), place: "")))
      case .amendment(let screening, let content):
        .amendment(
          .init(
            child: screening.child, screening: screening.supersedes ?? ScreeningID("none"), parentContent: content,
            answers: ScreeningText.answers(in: screening.answers), testDate: screening.testDate,
            reason: screening.amendmentReason ?? ""))
      case .confirmation(let child, let decision):
        .confirmation(
          child: child, .init(screening: decision.screening, tier: decision.tier, reason: decision.reason))
      }
    return SentRecord(id: record.id, kind: record.kind, madeAt: record.madeAt, body: body, text: "\(record)")
  }
}

extension Service {
  /// A laptop with a store of its own that has met a service.
  fileprivate static func device(of person: String, settings: [SettingID] = []) async throws -> Service {
    let device = try await Service()
    for _ in 0..<(person.count * 100) { _ = device.practice.newID() }
    try await device.run(
      MeetServer.self,
      .init(
        address: "service:4710", person: person, role: .therapist, areaName: "Wrenmoor", settings: settings,
        clockAhead: 0, auditRoot: nil))
    return device
  }

  fileprivate func exchange(with service: Service, as person: String, losing: Int = 0) async throws -> SyncReport {
    try await self.run(
      ExchangeRecords.self, .init(peer: NearPeer(service, person: person, losing: losing), batch: 2), as: .therapist,
      named: person)
  }

  fileprivate func screenings() async throws -> [ScreeningRecord] {
    try await self.practice.store.write(as: self.person(.therapist)) { records in
      try records.screenings(currentOnly: false).sorted { $0.id < $1.id }
    }
  }
}

/// What was written down away from the service gets there once, whatever is lost on the way, and what the service knows
/// gets to the device.
@Suite struct SyncTests {
  private func entry(_ id: String, _ child: String, _ answers: ScreeningAnswers) -> KeepScreenings.Entry {
    .init(
      id: ScreeningID(id), screener: Wrenmoor.screener, phase: .baseline,
      draft: ScreeningDraft(child: ChildID(child), testDate: Wrenmoor.testDate, content: .answers(answers), place: ""))
  }

  @Test func aScreeningMadeAwayIsKeptOnceThoughItsAnswerIsLost() async throws {
    let service = try await Service.ofWrenmoor()
    let device = try await Service.device(of: "Ada")
    let first = try await device.exchange(with: service, as: "Ada")
    #expect(first.children >= 8 && first.sent == 0)
    try await device.run(KeepScreenings.self, .init(entries: [self.entry("s-1", "c1", Sheet.amber)]), as: .therapist)
    try await device.run(KeepScreenings.self, .init(entries: [self.entry("s-2", "c2", Sheet.red)]), as: .therapist)
    await #expect(throws: Fault.self) { try await device.exchange(with: service, as: "Ada", losing: 1) }
    #expect(try await service.screenings().map(\.id.rawValue) == ["s-1", "s-2"])
    let second = try await device.exchange(with: service, as: "Ada")
    #expect(second.sent == 2 && second.rejected == 0)
    #expect(try await service.screenings() == device.screenings())
    #expect(try await device.exchange(with: service, as: "Ada").sent == 0)
  }

  @Test func twoAmendmentsOfOneScreeningAreBothKeptAndOneIsDecidedOn() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.run(KeepScreenings.self, .init(entries: [self.entry("s-1", "c1", Sheet.amber)]), as: .therapist)
    let (ada, boris) = (try await Service.device(of: "Ada"), try await Service.device(of: "Boris"))
    for (device, person) in [(ada, "Ada"), (boris, "Boris")] {
      _ = try await device.exchange(with: service, as: person)
    }
    try await ada.run(
      AmendScreening.self, .init(screening: ScreeningID("s-1"), answers: [ItemCode("U3"): nil], reason: "misheard"),
      as: .therapist,
      named: "Ada")
    try await boris.run(
      AmendScreening.self, .init(screening: ScreeningID("s-1"), answers: [ItemCode("U4"): nil], reason: "slipped"),
      as: .therapist,
      named: "Boris")
    #expect(try await ada.exchange(with: service, as: "Ada").sent == 1)
    let report = try await boris.exchange(with: service, as: "Boris")
    #expect(report.conflicts == 1 && report.sent == 0)
    let waiting = try await service.run(ListWaiting.self, (), as: .therapist)
    #expect(waiting.map(\.by) == ["Boris"] && waiting.map(\.state) == [.conflict])
    // The other device shows what the service has.
    #expect(try await service.screenings() == boris.screenings())
    let id = try #require(waiting.first?.id)
    try await service.run(
      DecideReceived.self,
      .init(
        record: id, choice: .drop, reason: "asked both",
        reading: { _, _, _ in .unreadable(Fault(.notValid, "not read when dropped")) }), as: .therapist)
    #expect(try await service.run(ListWaiting.self, (), as: .therapist).isEmpty)
  }

  @Test func childrenOfOtherSettingsLeaveTheDevice() async throws {
    let service = try await Service.ofWrenmoor()
    let device = try await Service.device(of: "Ada")
    _ = try await device.exchange(with: service, as: "Ada")
    try await device.run(
      MeetServer.self,
      .init(
        address: "service:4710", person: "Ada", role: .therapist, areaName: "Wrenmoor", settings: [Wrenmoor.nursery],
        clockAhead: 0, auditRoot: nil))
    let report = try await device.exchange(with: service, as: "Ada")
    #expect(report.released > 0)
    let left = try await device.practice.store.write(as: device.person(.therapist)) { try $0.children() }
    #expect(!left.isEmpty && left.allSatisfy { $0.setting == Wrenmoor.nursery })
  }

  private func amendment(_ parent: String, _ child: String, without item: String) -> SentRecord.Body {
    var answers = Sheet.red
    answers[ItemCode(item)] = nil
    return .amendment(
      .init(
        child: ChildID(child), screening: ScreeningID(parent), answers: answers, testDate: Wrenmoor.testDate,
        reason: "misheard"))
  }

  /// Sends bodies by their ids, which are also what is kept of them.
  private func push(_ bodies: KeyValuePairs<String, SentRecord.Body>, to service: Service) async throws -> [String] {
    try await service.run(
      PushRecords.self,
      .init(
        device: .init(name: "tablet", clockAhead: 0),
        records: bodies.map { id, body in
          let kind: SyncKind = if case .amendment = body { .amendment } else { .screening }
          return SentRecord(id: id, kind: kind, madeAt: Instant(microseconds: 0), body: body, text: id)
        }, reading: self.reading), as: .therapist
    ).map { answer in String("\(answer)".prefix { $0.isLetter }) }
  }

  /// What this suite sends under each id.
  private var reading: PushRecords.Reading {
    let bodies = [
      "x-1": SentRecord.Body.screening(self.entry("x-1", "c1", Sheet.red)),
      "x-2": self.amendment("x-1", "c1", without: "U1"),
    ]
    return { _, id, _ in bodies[id] ?? .unreadable(Fault(.notValid, "not sent here")) }
  }

  @Test func anAmendmentThatComesBeforeItsScreeningWaitsForIt() async throws {
    let service = try await Service.ofWrenmoor()
    let (screening, amendment) = (self.entry("x-1", "c1", Sheet.red), self.amendment("x-1", "c1", without: "U1"))
    #expect(try await self.push(["x-2": amendment], to: service) == ["held"])
    #expect(try await self.push(["x-2": amendment], to: service) == ["held"])
    #expect(try await self.push(["x-1": .screening(screening)], to: service) == ["stored"])
    #expect(try await service.screenings().map(\.supersedes?.rawValue) == [nil, "x-1"])
    #expect(try await service.run(ListWaiting.self, (), as: .therapist).isEmpty)
    #expect(try await self.push(["x-2": amendment], to: service) == ["duplicate"])
  }

  @Test func whatBuildsOnAConflictComesInWhenThatIsTaken() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.run(KeepScreenings.self, .init(entries: [self.entry("s-1", "c1", Sheet.amber)]), as: .therapist)
    let answers = try await self.push(
      ["x-1": .screening(self.entry("x-1", "c1", Sheet.red)), "x-2": self.amendment("x-1", "c1", without: "U1")],
      to: service)
    #expect(answers == ["conflict", "held"])
    try await service.run(
      DecideReceived.self, .init(record: "x-1", choice: .take, reason: "seen by two", reading: self.reading),
      as: .therapist)
    #expect(try await service.screenings().map(\.id.rawValue) == ["s-1", "x-1", "x-2"])
    #expect(try await service.screenings().map(\.supersedes?.rawValue) == [nil, "s-1", "x-1"])
    #expect(try await service.run(ListWaiting.self, (), as: .therapist).isEmpty)
  }

  @Test func whatWaitsForNothingThatWillComeCanBeDropped() async throws {
    let service = try await Service.ofWrenmoor()
    #expect(try await self.push(["x-2": self.amendment("x-1", "c1", without: "U1")], to: service) == ["held"])
    let drop = DecideReceived.Input(record: "x-2", choice: .drop, reason: "device lost", reading: self.reading)
    let take = DecideReceived.Input(record: "x-2", choice: .take, reason: "device lost", reading: self.reading)
    #expect(try await service.refusal(DecideReceived.self, take, as: .therapist) == .notValid)
    #expect(try await service.run(DecideReceived.self, drop, as: .therapist).state == .dropped)
    #expect(try await service.screenings().isEmpty)
  }

  @Test(arguments: [
    (0, nil), (23, nil), (24, "1 record unsent since "), (71, "1 record unsent since "), (72, "no other"),
  ])
  func whoeverWorksOnADeviceIsRemindedOfWhatIsOnlyThere(_ hours: Int, _ wanted: String?) async throws {
    let service = try await Service.ofWrenmoor()
    let device = try await Service.device(of: "Ada")
    _ = try await device.exchange(with: service, as: "Ada")
    let before = try await device.run(ShowSync.self, (), as: .therapist)
    #expect(before.reminder(at: Instant(microseconds: .max / 2)) == nil && before.unsent == 0)
    try await device.run(KeepScreenings.self, .init(entries: [self.entry("s-1", "c1", Sheet.amber)]), as: .therapist)
    let status = try await device.run(ShowSync.self, (), as: .therapist)
    let made = try #require(status.oldestUnsent)
    let reminder = status.reminder(at: made.adding(.seconds(hours * 3_600)))
    #expect((reminder == nil) == (wanted == nil) && reminder?.contains(wanted ?? "") != false)
  }
}
