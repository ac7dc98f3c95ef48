// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Scores an answer file piece by piece, a piece being any number of whole rows; pieces may be scored at the same
/// time, each with a ``ScorePieces/Worker`` of its own.
///
/// Rows go the fast way, from bytes to bytes by a ``ScoringPlan``; whatever is out of the ordinary in a row, and every
/// row of a screener without a plan, goes through ``CSVReader``, ``AnswerFile`` and ``ScoreWriter``. The bytes that
/// come out are the same.
public struct ScorePieces: Sendable {
  /// What became of a piece.
  public struct Outcome: Equatable, Sendable {
    /// Rows, blank lines counted, and lines of the piece.
    public var rows = 0
    public var lines = 0
    /// A row of the piece is an error, and reading ends there. Which one and where is said by
    /// ``ScorePieces/Worker/scorePlainly(_:at:to:)``, once it is known where the piece stands in the file.
    public var isStopped = false

    public init() {}
  }

  private let file: AnswerFile
  private let columns: AnswerColumns
  private let plan: ScoringPlan?
  /// Where the row after the header begins.
  public let place: CSVPlace

  /// Reads up to the end of the header.
  ///
  /// - Parameters:
  ///   - reader: a new one before the first piece; given again with the next when the first had no header.
  ///   - piece: whole rows from the beginning of the file.
  ///   - used: the bytes that were read.
  /// - Returns: `nil` when the piece is read and had no header: blank lines at most.
  /// - Throws: the faults of ``CSVReader`` and `score.header`.
  public init?(
    _ file: AnswerFile, _ reader: inout CSVReader, headerIn piece: UnsafeRawBufferPointer, isLast: Bool,
    used: inout Int
  ) throws {
    var file = file
    used = 0
    while used < piece.count, file.columns == nil {
      let end = CSVPieces.rowEnd(in: piece, from: used)
      try reader.feed(piece[used..<end].bindMemory(to: UInt8.self)) { _ = try file.score($0) }
      used = end
    }
    if isLast, file.columns == nil { try reader.finish { _ = try file.score($0) } }
    guard let columns = file.columns else {
      if isLast { try file.end() }
      return nil
    }
    self.file = file
    self.columns = columns
    self.plan = ScoringPlan(file.screener)
    self.place = reader.nextPlace
  }

  /// Columns that nothing reads, for people.
  public var notes: [String] { self.file.notes }

  /// The first row of the score file.
  public var header: [UInt8] {
    var writer = ScoreWriter(self.file.screener)
    writer.addHeader()
    return writer.drain()
  }

  /// A worker for one thread.
  public func worker() -> Worker { Worker(self.file, self.columns, self.plan) }
}
