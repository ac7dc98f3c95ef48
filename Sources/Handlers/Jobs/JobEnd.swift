// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// What became of a job in a worker's hands.
public enum JobEnd: Sendable, Hashable {
  /// The draft was kept.
  case done(RotaID)
  /// It can't be done; a fault's code and its sentence.
  case failed(String, String)
  /// Whoever asked for it wants it no more.
  case cancelled
  /// Another worker has it; nothing was kept.
  case lost
  /// The worker stopped and gave it back.
  case released
}

/// A job that a worker has had.
public struct WorkedJob: Sendable, Hashable {
  public let area: AreaID
  /// As it was when the worker took it.
  public let record: JobRecord
  public let end: JobEnd
}
