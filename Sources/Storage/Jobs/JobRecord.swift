// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Work that is done later, by a worker on any machine. Holds nothing personal.
public struct JobRecord: Sendable, Hashable {
  public let id: JobID
  /// What is to be done, by the name of the call that asks for it: `rota.plan`.
  public var kind: String
  /// The week that it is about, where it is about one.
  public var week: SchoolWeek?
  /// What was asked, as its kind writes it.
  public var payload: String
  public var askedBy: String
  public var state: JobState
  /// How often a worker has taken it and not given it back of its own will.
  public var attempt: Int
  /// Rises each time the job is taken. Who took it under an earlier number changes nothing any more.
  public var fence: Int
  /// Who has it, or had it last.
  public var worker: String?
  public var leaseUntil: Instant?
  /// Not taken before.
  public var runAt: Instant
  /// How far the work is, as its kind writes it, and when that was so.
  public var progress: String?
  public var progressAt: Instant?
  /// What the next worker can go on from, as its kind writes it; gone when the job has ended.
  public var checkpoint: String?
  /// What came of it, as its kind writes it.
  public var result: String?
  /// The code and the sentence of the fault that it failed with.
  public var error: String?
  public var message: String?
  public var madeAt: Instant
  public var endedAt: Instant?

  /// A job that waits to be taken.
  public init(
    id: JobID,
    kind: String,
    week: SchoolWeek? = nil,
    payload: String,
    askedBy: String,
    runAt: Instant,
    madeAt: Instant
  ) {
    self.id = id
    self.kind = kind
    self.week = week
    self.payload = payload
    self.askedBy = askedBy
    self.state = .queued
    self.attempt = 0
    self.fence = 0
    self.runAt = runAt
    self.madeAt = madeAt
  }
}

extension JobRecord: TableRow {
  static let table = TableShape(
    "job",
    key: 1,
    [
      "id", "kind", "week", "payload", "asked_by", "state", "attempt", "fence", "worker", "lease_until", "run_at",
      "progress", "progress_at", "checkpoint", "result", "error", "message", "made_at", "ended_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.id = try row.next()
    self.kind = try row.next()
    self.week = try row.next()
    self.payload = try row.next()
    self.askedBy = try row.next()
    self.state = try row.next()
    self.attempt = try row.next()
    self.fence = try row.next()
    self.worker = try row.next()
    self.leaseUntil = try row.next()
    self.runAt = try row.next()
    self.progress = try row.next()
    self.progressAt = try row.next()
    self.checkpoint = try row.next()
    self.result = try row.next()
    self.error = try row.next()
    self.message = try row.next()
    self.madeAt = try row.next()
    self.endedAt = try row.next()
  }

  var values: [SQLValue] {
    [
      self.id.column, self.kind.column, self.week.column, self.payload.column, self.askedBy.column,
      self.state.column, self.attempt.column, self.fence.column, self.worker.column, self.leaseUntil.column,
      self.runAt.column, self.progress.column, self.progressAt.column, self.checkpoint.column, self.result.column,
      self.error.column, self.message.column, self.madeAt.column, self.endedAt.column,
    ]
  }
}
