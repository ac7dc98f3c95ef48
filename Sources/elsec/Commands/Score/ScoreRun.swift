// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Exchange
import Screening
import Vocabulary

/// Scores an answer file on several threads.
///
/// Each thread takes the next piece of the file, scores it, waits until it is its turn, and writes what came out. Every
/// thread has one piece at a time, so memory does not grow with the file; rows come out in the order they went in.
///
/// Unchecked, because the compiler cannot see who holds a semaphore: `source`, `ticket` and `isStopped` are touched by
/// the thread that took a piece last and holds `intake`, `place`, `failure` and `header` by the one whose turn it is.
final class ScoreRun: @unchecked Sendable {
  private let pieces: ScorePieces
  private let source: AnswerSource
  private let sink: FileSink
  private let threads: Int

  private let intake = DispatchSemaphore(value: 1)
  private var ticket = 0
  private var isStopped = false

  /// `turns[t % threads]` is signalled when everything before piece `t` is written. No two pieces in work have the same
  /// remainder: there are at most as many as threads, and they are in a row.
  private let turns: [DispatchSemaphore]
  private var place: CSVPlace
  private var failure: (any Error)?
  /// The first row of the score file, until it is written: it waits for rows, so that nothing comes out of a file whose
  /// first rows are refused.
  private var header: [UInt8]?

  init(_ pieces: ScorePieces, _ source: AnswerSource, _ sink: FileSink, threads: Int) {
    self.pieces = pieces
    self.source = source
    self.sink = sink
    self.threads = threads
    self.turns = (0..<threads).map { _ in DispatchSemaphore(value: 0) }
    self.place = pieces.place
    self.header = pieces.header
  }

  /// Scores the rest of the file.
  ///
  /// - Throws: the first fault in the order of the file.
  func run() throws {
    self.turns[0].signal()
    if self.threads == 1 {
      self.work()
    } else {
      DispatchQueue.concurrentPerform(iterations: self.threads) { _ in self.work() }
    }
    if let failure = self.failure { throw failure }
    try self.writeHeader()
  }

  private func writeHeader() throws {
    guard let header = self.header else { return }
    self.header = nil
    try self.sink.write(header)
  }

  private func work() {
    var worker = self.pieces.worker()
    var piece: [UInt8] = []
    var output = ByteOutput(capacity: 2 * AnswerSource.pieceBytes)
    while true {
      var unreadable: (any Error)?
      self.intake.wait()
      do {
        if try self.isStopped || !self.source.next(&piece) {
          self.isStopped = true
          self.intake.signal()
          return
        }
      } catch {
        self.isStopped = true
        unreadable = error
      }
      let turn = self.ticket
      self.ticket += 1
      self.intake.signal()

      output.cut(to: 0)
      let outcome = unreadable == nil ? piece.withUnsafeBytes { worker.score($0, to: &output) } : ScorePieces.Outcome()

      self.turns[turn % self.threads].wait()
      do {
        if let unreadable { throw unreadable }
        if self.failure == nil { try self.write(piece, outcome, &worker, &output) }
      } catch {
        if self.failure == nil { self.failure = error }
      }
      let hasFailed = self.failure != nil
      self.turns[(turn + 1) % self.threads].signal()
      guard hasFailed else { continue }
      self.intake.wait()
      self.isStopped = true
      self.intake.signal()
    }
  }

  /// Writes what a piece came to; called by the thread whose turn it is.
  private func write(
    _ piece: [UInt8], _ outcome: ScorePieces.Outcome, _ worker: inout ScorePieces.Worker, _ output: inout ByteOutput
  ) throws {
    if outcome.isStopped {
      output.cut(to: 0)
      self.place = try piece.withUnsafeBytes { try worker.scorePlainly($0, at: self.place, to: &output) }
    } else {
      self.place.row += outcome.rows
      self.place.line += outcome.lines
    }
    try self.writeHeader()
    try output.withBytes { try self.sink.write($0) }
  }
}
