// SPDX-License-Identifier: Apache-2.0

public import Screening

extension ScorePieces {
  /// Scores one piece after another, with working space that is kept: once it has grown to what the file needs, a plain
  /// row allocates nothing.
  public struct Worker {
    private var file: AnswerFile
    private let width: Int
    private var plain: PlainRows?
    private var reader: CSVReader
    private var writer: ScoreWriter

    init(_ file: AnswerFile, _ columns: AnswerColumns, _ plan: ScoringPlan?) {
      self.file = file
      self.width = columns.width
      // A plan does not know in which language an answer was given.
      self.plain = (columns.spoken == nil ? plan : nil).map {
        PlainRows($0, columns, policy: file.screener.definition.age, isStrict: file.isStrict)
      }
      self.reader = CSVReader(file: file.name, at: CSVPlace(), width: columns.width)
      self.writer = ScoreWriter(file.screener)
    }

    /// Scores the rows of a piece in order and writes theirs to `output`.
    public mutating func score(_ piece: UnsafeRawBufferPointer, to output: inout ByteOutput) -> Outcome {
      var outcome = Outcome()
      var at = 0
      while at < piece.count {
        if let end = self.plain?.next(piece, from: at, to: &output) {
          at = end
          outcome.rows += 1
          outcome.lines += 1
          continue
        }
        let row = UnsafeRawBufferPointer(rebasing: piece[at..<CSVPieces.rowEnd(in: piece, from: at)])
        guard self.unusual(row, to: &output) else {
          outcome.isStopped = true
          return outcome
        }
        at += row.count
        outcome.rows += 1
        for byte in row where byte == 0x0A { outcome.lines += 1 }
      }
      return outcome
    }

    /// Scores the rows of a piece the plain way throughout.
    ///
    /// - Parameter place: where the piece begins in the file.
    /// - Returns: where the next piece begins.
    /// - Throws: the first fault of the piece: those of ``CSVReader``, and of a row that can't be scored where that
    ///   is an error.
    public mutating func scorePlainly(
      _ piece: UnsafeRawBufferPointer, at place: CSVPlace, to output: inout ByteOutput
    ) throws -> CSVPlace {
      var reader = CSVReader(file: self.file.name, at: place, width: self.width)
      try self.read(piece, &reader)
      output.put(self.writer.drain())
      return reader.nextPlace
    }

    /// One row the plain way; `false` when it is an error.
    private mutating func unusual(_ row: UnsafeRawBufferPointer, to output: inout ByteOutput) -> Bool {
      var reader = self.reader
      do {
        try self.read(row, &reader)
        output.put(self.writer.drain())
        return true
      } catch {
        return false
      }
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer, _ reader: inout CSVReader) throws {
      try reader.feed(bytes.bindMemory(to: UInt8.self)) { row in
        if let scored = try self.file.score(row) { self.writer.add(scored) }
      }
      try reader.finish { row in
        if let scored = try self.file.score(row) { self.writer.add(scored) }
      }
    }
  }
}
