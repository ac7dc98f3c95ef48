// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// Opens a sitting for one child, or takes up the one that was left open with every answer typed so far.
public enum OpenEntry: Operation {
  public struct Input: Sendable {
    public let child: ChildID
    public let screener: String
    public let testDate: CivilDate
    public let phase: ScreeningPhase

    public init(child: ChildID, screener: String, testDate: CivilDate, phase: ScreeningPhase) {
      self.child = child
      self.screener = screener
      self.testDate = testDate
      self.phase = phase
    }
  }

  public struct Output: Sendable {
    public let entry: EntryRecord
    /// Shown before the first item, so that nobody types into the wrong child.
    public let child: ChildRecord
    public let session: EntrySession
    public let wasOpen: Bool
  }

  public static let name = "entry.open"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let screener = try PreparedScreener(try practice.screener(input.screener))
    let definition = screener.definition
    return try await practice.store.write(as: person) { records in
      guard let child = try records.child(input.child) else { throw Fault.noChild(input.child) }
      try child.checkMayBeScreened()
      let open = try records.entries(status: .open, child: child.id)
        .first { $0.screener == definition.id.rawValue && $0.phase == input.phase }
      if let open {
        try open.checkWasBegun(with: definition)
        let months = try Self.months(child, open.testDate, definition)
        return Output(
          entry: open, child: child, session: try records.session(of: open, screener, atMonths: months),
          wasOpen: true)
      }
      let id = EntryID(practice.newID())
      let session = try EntrySession(
        of: screener, atMonths: try Self.months(child, input.testDate, definition), seed: id.seed)
      var book = CohortBook(try records.schoolCalendar())
      let entry = EntryRecord(
        id: id, child: child.id,
        cohort: try book.cohort(of: child, on: input.testDate, in: records), phase: input.phase,
        screener: definition.id.rawValue, version: "\(definition.version)", definitionHash: definition.hash,
        testDate: input.testDate, by: person.name, startedAt: records.now)
      try records.add(entry)
      return Output(entry: entry, child: child, session: session, wasOpen: false)
    }
  }

  static func months(_ child: ChildRecord, _ day: CivilDate, _ definition: ScreenerDefinition) throws -> Int {
    guard
      let age = ScreeningAge(
        birth: child.birthDate, test: day, gestation: child.weeksGestation.flatMap { Gestation(weeks: $0) },
        policy: definition.age)
    else {
      throw Fault(.notValid, "the test date \(day) is before the child's birth date", at: "child \(child.id)")
    }
    return age.months
  }
}

extension EntryRecord {
  /// - Throws: `entry.other-definition` when `definition` is not the one that the entry was begun with.
  func checkWasBegun(with definition: ScreenerDefinition) throws {
    guard self.definitionHash == definition.hash else {
      throw Fault(
        .entryOtherDefinition, "the open entry was begun with another version (\(self.version))",
        at: "entry \(self.id)", maybe: "name that version with --screener \(definition.id)@\(self.version)")
    }
  }
}

extension Fault.Code {
  public static let entryOtherDefinition = Fault.Code("entry.other-definition", .notSo)
}
