// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One sitting at which a screener's answers are typed in.
public struct EntryRecord: Sendable, Hashable {
  public let id: EntryID
  public var child: ChildID
  public var cohort: CohortID?
  public var phase: ScreeningPhase
  public var screener: String
  public var version: String
  public var definitionHash: Digest
  public var testDate: CivilDate
  public var by: String
  public var status: EntryStatus
  public var startedAt: Instant

  public init(
    id: EntryID,
    child: ChildID,
    cohort: CohortID? = nil,
    phase: ScreeningPhase,
    screener: String,
    version: String,
    definitionHash: Digest,
    testDate: CivilDate,
    by: String,
    status: EntryStatus = .open,
    startedAt: Instant
  ) {
    self.id = id
    self.child = child
    self.cohort = cohort
    self.phase = phase
    self.screener = screener
    self.version = version
    self.definitionHash = definitionHash
    self.testDate = testDate
    self.by = by
    self.status = status
    self.startedAt = startedAt
  }
}

extension EntryRecord: TableRow {
  static let table = TableShape(
    "entry",
    key: 1,
    [
      "id", "child", "cohort", "phase", "screener", "version", "definition_hash", "test_date", "made_by",
      "status", "started_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      child: try row.next(),
      cohort: try row.next(),
      phase: try row.next(),
      screener: try row.next(),
      version: try row.next(),
      definitionHash: try row.next(),
      testDate: try row.next(),
      by: try row.next(),
      status: try row.next(),
      startedAt: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.child.column, self.cohort.column, self.phase.column, self.screener.column,
      self.version.column, self.definitionHash.column, self.testDate.column, self.by.column,
      self.status.column, self.startedAt.column,
    ]
  }
}
