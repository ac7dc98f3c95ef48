// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// A rota that a worker makes, as those who asked for it see it.
public struct RotaJob: Sendable, Hashable {
  public let id: JobID
  public let request: RotaJobRequest
  public let state: JobState
  public let askedBy: String
  /// Who makes it, or did last.
  public let worker: String?
  /// How many workers have begun it.
  public let attempt: Int
  public let progress: JobProgress?
  /// The draft that came of it.
  public let rota: RotaID?
  /// Why it failed: a fault's code and its sentence.
  public let error: String?
  public let message: String?
  public let madeAt: Instant
  public let endedAt: Instant?

  /// - Throws: `store.corrupt`.
  init(_ record: JobRecord) throws {
    self.id = record.id
    self.request = try RotaJobRequest(text: record.payload)
    self.state = record.state
    self.askedBy = record.askedBy
    self.worker = record.worker
    self.attempt = record.attempt
    self.progress =
      if let text = record.progress, let at = record.progressAt { try JobProgress(text: text, at: at) } else { nil }
    self.rota = record.result.map { RotaID($0) }
    self.error = record.error
    self.message = record.message
    self.madeAt = record.madeAt
    self.endedAt = record.endedAt
  }
}
