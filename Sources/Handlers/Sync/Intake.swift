// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Screening
import Storage
import Vocabulary

/// Takes in what devices send, one record after another: each is stored, kept aside, or refused, and none stands in the
/// way of another. What builds on a record comes in after it, however the records arrive.
struct Intake {
  private let records: Records
  private let practice: Practice
  private let device: PushRecords.Device
  private var before: [String: (hash: Digest, state: ReceivedRecord.State)]
  private var known: KnownScreenings
  private var keepers: ScreeningKeepers
  private var taken: [ReceivedRecord] = []
  /// Screenings that are there since this intake began.
  private var arrived: [ScreeningID] = []

  init(_ sent: [SentRecord], from device: PushRecords.Device, in records: Records, _ practice: Practice) throws {
    self.records = records
    self.practice = practice
    self.device = device
    self.before = try records.received(sent.map(\.id))
    let entries = sent.compactMap { if case .screening(let entry) = $0.body { entry } else { nil } }
    self.known = try KnownScreenings(of: entries.map(\.draft), ids: entries.compactMap(\.id), in: records)
    self.keepers = try ScreeningKeepers(in: records, practice)
  }

  /// - Throws: what the store throws; whatever is wrong with the record itself is an answer.
  mutating func take(_ sent: SentRecord) throws -> SyncAnswer {
    let hash = self.practice.hash(Array(sent.text.utf8))
    if let before = self.before[sent.id] {
      guard before.hash == hash else {
        return .rejected(
          Fault(
            .syncIDTaken, "something else came under this id", at: "record \(sent.id)",
            maybe: "make a new id for every record"))
      }
      return try self.again(sent, before.state)
    }
    do {
      let outcome = try self.place(sent)
      if let child = sent.child { self.taken.append(self.received(sent, of: child, hash, outcome)) }
      self.before[sent.id] = (hash, outcome.state)
      return outcome.answer
    } catch let fault as Fault where fault.isOfTheRecord {
      return .rejected(fault)
    }
  }

  /// Writes down what was taken in; then takes in what was held for want of it, and what was held for want of that.
  ///
  /// - Parameter others: screenings that have arrived in another way.
  mutating func finish(after others: [ScreeningID] = [], reading read: PushRecords.Reading) throws {
    self.arrived += others
    try self.records.add(self.taken)
    self.taken = []
    var waited: Set<String> = []
    while true {
      let held = try self.records.held(for: self.arrived).filter { waited.insert($0.id).inserted }
      if held.isEmpty { break }
      for var record in held {
        let sent = SentRecord(
          id: record.id, kind: record.kind, madeAt: record.madeAt,
          body: read(record.kind, record.id, record.body ?? ""),
          text: record.body ?? "")
        do {
          let outcome = try self.place(sent, by: record)
          (record.state, record.contradicts) = (outcome.state, outcome.contradicts)
          if record.state == .stored { record.body = nil }
        } catch let fault as Fault where fault.isOfTheRecord {
          // Nobody is there to be told: it waits for somebody to look at it.
          (record.state, record.contradicts) = (.conflict, record.parent)
        }
        try self.records.put(record)
      }
    }
  }

  private func again(_ sent: SentRecord, _ state: ReceivedRecord.State) throws -> SyncAnswer {
    let record = try self.taken.first { $0.id == sent.id } ?? self.records.received(sent.id)
    guard state == .held || state == .conflict, let record else { return .duplicate }
    switch (state, record.parent, record.contradicts) {
    case (.held, let parent?, _): return .held(missing: parent)
    case (.conflict, _, let other?): return .conflict(with: other)
    default: return .duplicate
    }
  }

  // MARK: Where a record goes

  private enum Outcome {
    case stored
    /// The same answers are kept under another id.
    case sameAs(ScreeningID)
    case held(ScreeningID)
    case conflict(ScreeningID)

    var state: ReceivedRecord.State {
      switch self {
      case .stored, .sameAs: .stored
      case .held: .held
      case .conflict: .conflict
      }
    }

    var contradicts: ScreeningID? { if case .conflict(let other) = self { other } else { nil } }

    var answer: SyncAnswer {
      switch self {
      case .stored: .stored
      case .sameAs: .duplicate
      case .held(let missing): .held(missing: missing)
      case .conflict(let other): .conflict(with: other)
      }
    }
  }

  /// - Parameter sender: who sent it, where that is not the person whose call this is.
  private mutating func place(_ sent: SentRecord, by sender: ReceivedRecord? = nil) throws -> Outcome {
    switch sent.body {
    case .unreadable(let fault): throw fault
    case .screening(let entry): try self.place(entry, as: ScreeningID(sent.id))
    case .amendment(let amendment): try self.place(amendment, as: ScreeningID(sent.id), by: sender)
    case .confirmation(let child, let decision): try self.place(decision, on: child, as: sent.id, by: sender)
    }
  }

  private mutating func place(_ entry: KeepScreenings.Entry, as id: ScreeningID) throws -> Outcome {
    do {
      let kept = try self.keepers.keep(entry, id: id, knowing: &self.known, in: self.records)
      self.arrived.append(id)
      return kept.record.id == id ? .stored : .sameAs(kept.record.id)
    } catch let fault as Fault where fault.code == .screeningAlreadyKept {
      // Two people saw the same child: neither is thrown away.
      let screener = String(entry.screener.prefix { $0 != "@" })
      let draft = entry.draft
      let kept = try self.known.kept(of: draft.child, screener, entry.phase, on: draft.testDate, in: self.records)
      guard let other = kept.current else { throw fault }
      return .conflict(other.id)
    }
  }

  private mutating func place(
    _ amendment: SentRecord.Amendment, as id: ScreeningID, by sender: ReceivedRecord?
  ) throws -> Outcome {
    guard let parent = try self.parent(amendment.screening) else { return .held(amendment.screening) }
    guard parent.child == amendment.child else { throw Fault.otherChild(id) }
    if let content = amendment.parentContent, content != parent.content(by: self.practice.hash) {
      throw Fault(
        .syncParentDiffers, "what it amends is not what is kept under that id", at: "record \(id)",
        maybe: "amend what the service has: 'elsec screen show \(parent.id)'")
    }
    if let head = try self.records.head(after: parent) { return .conflict(head.id) }
    let kept = try ScreeningAmending(
      answers: amendment.answers, day: amendment.testDate, reason: amendment.reason, concerns: amendment.concerns,
      id: id, examiner: amendment.examiner ?? sender?.by
    ).amend(parent, in: self.records, self.practice)
    self.known.add(kept)
    self.arrived.append(id)
    return .stored
  }

  private func place(
    _ decision: ConfirmTiers.Decision, on child: ChildID, as id: String, by sender: ReceivedRecord?
  ) throws -> Outcome {
    let role = sender?.role ?? self.records.principal.role
    guard ConfirmTiers.roles.contains(role) else {
      throw Fault(.accessRefused, "'\(ConfirmTiers.name)' is not open to the role \(role.rawValue)")
    }
    guard let screening = try self.parent(decision.screening) else { return .held(decision.screening) }
    guard screening.child == child else { throw Fault.otherChild(ScreeningID(id)) }
    guard self.practice.pathway.tiers.contains(decision.tier) else {
      throw Fault(.screeningUnknownTier, "the tier is none of the pathway's", at: "screening \(screening.id)")
    }
    // A decision on what was corrected meanwhile is to be made anew.
    if let head = try self.records.head(after: screening) { return .conflict(head.id) }
    try self.records.add(
      TierConfirmationRecord(
        id: ConfirmationID(id), screening: screening.id, tier: decision.tier,
        by: sender?.by ?? self.records.principal.name, role: role, isOverride: decision.tier != screening.proposedTier,
        reason: decision.reason, at: self.records.now))
    return .stored
  }

  /// The screening of an id, or the one that had the same answers before it came.
  private func parent(_ id: ScreeningID) throws -> ScreeningRecord? {
    if let screening = try self.records.screening(id) { return screening }
    let received = try self.taken.first { $0.id == id.rawValue } ?? self.records.received(id.rawValue)
    guard let received, received.state == .stored, let same = received.parent else { return nil }
    return try self.records.screening(same)
  }

  private func received(
    _ sent: SentRecord, of child: ChildID, _ hash: Digest, _ outcome: Outcome
  ) -> ReceivedRecord {
    let parent: ScreeningID? =
      switch (sent.body, outcome) {
      case (_, .sameAs(let other)): other
      case (.amendment(let amendment), _): amendment.screening
      case (.confirmation(_, let decision), _): decision.screening
      default: nil
      }
    return ReceivedRecord(
      id: sent.id, kind: sent.kind, child: child, parent: parent, bodyHash: hash,
      body: outcome.state == .stored ? nil : sent.text, by: self.records.principal.name,
      role: self.records.principal.role, device: self.device.name, madeAt: sent.madeAt,
      clockAhead: self.device.clockAhead, receivedAt: self.records.now, state: outcome.state,
      contradicts: outcome.contradicts)
  }
}

extension Records {
  /// The last of the screenings that supersede `screening`, one another; `nil` when it is current itself.
  func head(after screening: ScreeningRecord) throws -> ScreeningRecord? {
    var head: ScreeningRecord?
    while let next = try self.successor(of: (head ?? screening).id) { head = next }
    return head
  }
}

extension Fault {
  /// Whether the record is at fault, not the service or its store.
  fileprivate var isOfTheRecord: Bool { [.badInput, .notSo, .notAllowed].contains(self.code.kind) }

  fileprivate static func otherChild(_ id: ScreeningID) -> Fault {
    Fault(
      .screeningWrongChild, "what it builds on is another child's", at: "record \(id)",
      maybe: "check which child was meant")
  }
}
