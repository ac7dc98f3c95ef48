// SPDX-License-Identifier: Apache-2.0

import Handlers
import MadeUpService
import Screening
import Service
import Storage
import StrictJSON
import Vocabulary
import Wire

/// Three people and a service write of the same few children in an order that follows from the seed; lines break, clocks
/// are days off, and devices are killed.
struct Schedule {
  struct Made: Hashable {
    let id: String
    /// What a screening said; the tier of a decision.
    let says: String
  }

  let service: MadeUpService
  let devices: [MadeUpDevice]
  let peers: [RoughPeer]
  /// What each device wrote.
  private(set) var made: [[Made]]
  private var dice: SeededGenerator

  init(seed: UInt64) async throws {
    self.service = try await MadeUpService()
    var (devices, peers) = ([MadeUpDevice](), [RoughPeer]())
    for (number, name) in ["Ada", "Boris", "Chidi"].enumerated() {
      let device = try await MadeUpDevice(of: name, number: seed &* 8 &+ UInt64(number) &+ 1)
      devices.append(device)
      peers.append(RoughPeer(Self.peer(of: device, to: self.service), seed: seed &+ UInt64(number)))
    }
    (self.devices, self.peers) = (devices, peers)
    self.made = devices.map { _ in [] }
    self.dice = SeededGenerator(seed: seed)
  }

  static func peer(of device: MadeUpDevice, to service: MadeUpService) -> WirePeer {
    let person = device.person
    return WirePeer(device: "laptop of \(person.name)", clockAhead: 0, newID: { device.practice.newID() }) {
      method, params in
      // As bytes, since that is what the wire carries.
      let sent = try JSONValue(reading: JSONValue.object(params).bytes).object ?? JSONObject()
      do {
        return try JSONValue(reading: try await service.methods.answer(method, sent, as: person).bytes, limits: .file)
      } catch let error as RPCError {
        throw Fault(Fault.Code(error.code, .badInput), "refused")
      }
    }
  }

  // MARK: Steps

  mutating func run(steps: Int) async throws {
    for number in self.devices.indices { _ = try? await self.exchange(number) }
    for _ in 0..<steps {
      let number = self.dice.below(self.devices.count)
      switch self.dice.below(100) {
      case ..<30: try await self.screen(number)
      case ..<45: try await self.amend(number)
      case ..<55: try await self.confirm(number)
      case ..<80: _ = try? await self.exchange(number)
      case ..<87: self.devices[number].setClock(ahead: self.dice.below(345_600) - 172_800)
      case ..<93: try await self.devices[number].restart()
      default: try await self.decideOne()
      }
    }
  }

  @discardableResult
  func exchange(_ number: Int) async throws -> SyncReport {
    let device = self.devices[number]
    return try await ExchangeRecords.run(
      .init(peer: self.peers[number], batch: 3), in: device.practice, as: device.person)
  }

  private mutating func answers() -> ScreeningAnswers {
    var answers = ScreeningAnswers()
    for item in ["U3", "U4", "U5", "U6"] { answers[ItemCode(item)] = ResponseCode(self.dice.below(2) == 0 ? "C" : "I") }
    return answers
  }

  private mutating func screen(_ number: Int) async throws {
    let (child, phase) = ("c\(1 + self.dice.below(4))", self.dice.below(2) == 0 ? ScreeningPhase.baseline : .followup)
    let answers = self.answers()
    let device = self.devices[number]
    guard let day = CivilDate(MadeUpService.testDate) else { return }
    let kept = try? await KeepScreening.run(
      .init(
        screener: MadeUpService.screener, phase: phase,
        draft: ScreeningDraft(child: ChildID(child), testDate: day, content: .answers(answers), place: "")),
      in: device.practice, as: device.person)
    // The device may know that the child was seen, or not know the child yet.
    guard let kept, kept.isNew else { return }
    self.made[number].append(Made(id: kept.screening.id.rawValue, says: kept.screening.answers))
  }

  private mutating func amend(_ number: Int) async throws {
    let device = self.devices[number]
    guard
      let old = try await Self.screenings(device.practice, device.person, current: true).randomElement(
        using: &self.dice)
    else { return }
    let item = ItemCode("U\(3 + self.dice.below(4))")
    let code: ResponseCode? = self.dice.below(3) == 0 ? nil : ResponseCode(self.dice.below(2) == 0 ? "C" : "I")
    let kept = try? await AmendScreening.run(
      .init(screening: old.id, answers: [item: code], reason: "misheard"), in: device.practice, as: device.person)
    if let kept { self.made[number].append(Made(id: kept.id.rawValue, says: kept.answers)) }
  }

  private mutating func confirm(_ number: Int) async throws {
    let device = self.devices[number]
    let found = try await Self.screenings(device.practice, device.person, current: true)
    guard let one = found.filter({ $0.proposedTier != nil }).randomElement(using: &self.dice) else { return }
    let before = Set(try await Self.decisions(device.practice, device.person).map(\.id))
    _ = try? await ConfirmTiers.run(
      .init(decisions: [.init(screening: one.id, tier: "specialist", reason: "seen before")]), in: device.practice,
      as: device.person)
    for decision in try await Self.decisions(device.practice, device.person) where !before.contains(decision.id) {
      self.made[number].append(Made(id: decision.id.rawValue, says: decision.tier))
    }
  }

  /// A therapist at the service looks at one record that waits.
  private mutating func decideOne() async throws {
    let waiting = try await ListWaiting.run((), in: self.service.practice, as: self.service.person(.therapist))
    guard let record = waiting.filter({ $0.state == .conflict }).randomElement(using: &self.dice) else { return }
    try await self.decide(record, self.dice.below(2) == 0 ? .take : .drop)
  }

  func decide(_ record: ReceivedRecord, _ choice: DecideReceived.Choice) async throws {
    do {
      _ = try await DecideReceived.run(
        .init(record: record.id, choice: choice, reason: "looked at both", reading: SentBody.read),
        in: self.service.practice, as: self.service.person(.therapist))
    } catch let fault as Fault where choice == .take && fault.code.kind != .defect {
      // It can't take the other's place, as when it says the same: then it is dropped.
      try await self.decide(record, .drop)
    }
  }

  // MARK: What there is

  static func screenings(
    _ practice: Practice, _ person: Principal, current: Bool = false
  ) async throws -> [ScreeningRecord] {
    try await practice.store.write(as: person) { records in
      try records.screenings(currentOnly: current).sorted { $0.id < $1.id }
    }
  }

  static func decisions(_ practice: Practice, _ person: Principal) async throws -> [TierConfirmationRecord] {
    try await practice.store.write(as: person) { records in
      let children = try records.children().map(\.id)
      return try records.screeningsWithDecisions(of: children).1.sorted { $0.id < $1.id }
    }
  }
}
