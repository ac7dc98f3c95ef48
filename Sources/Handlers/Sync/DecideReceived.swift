// SPDX-License-Identifier: Apache-2.0

import Screening
public import Storage
import Vocabulary

/// Decides on a record that was kept beside the one it contradicts: it takes that one's place, or it does not. Neither is
/// thrown away: what is superseded stays superseded, what is dropped stays with the reason. What is held can be dropped, when
/// nothing it waits for will come.
public enum DecideReceived: RecordOperation {
  public enum Choice: String, Sendable, CaseIterable {
    /// What was kept aside is right.
    case take
    /// What is stored is right.
    case drop
  }

  public struct Input: Sendable {
    public let record: String
    public let choice: Choice
    public let reason: String
    public let reading: PushRecords.Reading

    public init(record: String, choice: Choice, reason: String, reading: @escaping PushRecords.Reading) {
      self.record = record
      self.choice = choice
      self.reason = reason
      self.reading = reading
    }
  }

  public static let name = "sync.decide"
  public static let roles: Set<Role> = [.therapist, .manager, .admin]

  /// - Returns: the record with the decision on it.
  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> ReceivedRecord {
    guard var record = try records.received(input.record) else {
      throw Fault(
        .notFound, "nothing came under this id", at: "record \(input.record)",
        maybe: "look at what waits")
    }
    guard record.state == .conflict || (record.state == .held && input.choice == .drop) else {
      throw Fault(
        .notValid, "there is nothing to decide: the record is \(record.state.rawValue)", at: "record \(record.id)",
        maybe: "look at what waits")
    }
    guard input.reason.contains(where: { !$0.isWhitespace }) else {
      throw Fault(.notValid, "a decision needs a reason", at: "reason")
    }
    if input.choice == .take { try Self.take(record, input, records, practice) }
    record.state = input.choice == .take ? .taken : .dropped
    (record.decidedBy, record.decidedAt) = (records.principal.name, records.now)
    record.decisionReason = input.reason
    try records.put(record)
    if input.choice == .take {
      // What was sent on top of it can come in now.
      var intake = try Intake(
        [], from: .init(name: record.device, clockAhead: record.clockAhead), in: records, practice)
      try intake.finish(after: [ScreeningID(record.id)], reading: input.reading)
    }
    return record
  }

  private static func take(
    _ record: ReceivedRecord, _ input: Input, _ records: Records, _ practice: Practice
  ) throws {
    let reason = input.reason
    guard let other = record.contradicts, let found = try records.screening(other) else {
      throw Fault.noScreening(record.contradicts ?? ScreeningID(record.id))
    }
    let current = try records.head(after: found) ?? found
    func amend(
      _ content: ScreeningDraft.Content, _ day: CivilDate, _ concerns: Set<Concern>, _ examiner: String?
    ) throws {
      guard case .answers(let answers) = content else {
        throw Fault(
          .notValid, "a reason for not screening can't take the place of answers", at: "record \(record.id)",
          maybe: "drop it")
      }
      _ = try ScreeningAmending(
        answers: answers, day: day, reason: reason, concerns: concerns, id: ScreeningID(record.id),
        examiner: examiner ?? record.by
      ).amend(current, in: records, practice)
    }
    switch input.reading(record.kind, record.id, record.body ?? "") {
    case .screening(let entry):
      let draft = entry.draft
      try amend(draft.content, draft.testDate, draft.concerns, draft.examiner)
    case .amendment(let amendment):
      try amend(.answers(amendment.answers), amendment.testDate, amendment.concerns, amendment.examiner)
    case .confirmation(_, let decision):
      // Whoever decides between the two decides on the tier.
      guard ConfirmTiers.roles.contains(records.principal.role) else {
        throw Fault(
          .accessRefused, "a tier is not decided on by a \(records.principal.role.rawValue)", at: "record \(record.id)",
          maybe: "ask a therapist")
      }
      _ = try ConfirmTiers.perform(
        .init(decisions: [.init(screening: current.id, tier: decision.tier, reason: decision.reason ?? reason)]),
        on: records, in: practice)
    case .unreadable(let fault): throw fault
    }
  }
}
