// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Reads CSV as RFC 4180 has it, in one pass and in constant memory: bytes go in by ``feed(_:_:)`` in
/// chunks of any size, rows come out one at a time.
///
/// Lines end in CRLF or LF, the last one may have no end, and a line without a single byte is passed over.
/// A cell may be quoted; inside quotes a line break, a comma and a doubled quotation mark are text. A byte
/// order mark at the start is dropped. Everything else is refused with its place: a quotation mark inside
/// a bare cell, text after a closing quotation mark, a quotation mark never closed, a carriage return
/// alone, a NUL, bytes that are not valid in the encoding, and anything over ``CSVLimits``.
///
/// Cells are never trimmed and never read as numbers. Every row must have as many cells as the first.
public struct CSVReader: Sendable {
  /// What to do with a row that has another number of cells than the first.
  public enum Ragged: Sendable {
    case refuse
    /// The row is handed on as it is; whoever reads it has to look at ``CSVRow/count``.
    case pass
  }

  enum State { case cellStart, byteOrderMark(Int), bare, quoted, afterQuote, afterReturn }

  /// The name that faults carry, as the person who gave the file knows it.
  public let file: String
  let limits: CSVLimits
  let ragged: Ragged
  var encoding: CSVEncoding

  var row = CSVRow()
  var state = State.cellStart
  var width: Int?
  /// The row and line being read.
  var number = 1
  var line = 1
  var lineOfQuote = 1
  /// Whether the open cell holds a byte above 0x7F, and whether the row's storage has begun.
  var cellIsASCII = true
  var cellBegins = 0
  var rowHasBegun = false

  public init(
    file: String,
    encoding: CSVEncoding = .utf8,
    ragged: Ragged = .refuse,
    limits: CSVLimits = CSVLimits()
  ) {
    self.file = file
    self.encoding = encoding
    self.ragged = ragged
    self.limits = limits
    self.row.begin(number: 1, line: 1)
  }

  /// Reads the next bytes of the file and calls `body` with every row that ends in them. The row is only
  /// borrowed: copying it out makes the next row allocate.
  ///
  /// - Throws: ``Vocabulary/Fault`` with a `csv.` code, or whatever `body` throws. The reader must not be
  ///   used after a fault.
  public mutating func feed(_ bytes: [UInt8], _ body: (CSVRow) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { try self.feed($0, body) }
  }

  /// Ends the file: hands over a last row that had no line end.
  public mutating func finish(_ body: (CSVRow) throws -> Void) throws {
    switch self.state {
    case .quoted:
      throw self.fault(
        .csvQuote,
        "a quotation mark opened on line \(self.lineOfQuote) is never closed",
        "close it, or double a quotation mark that is part of the text"
      )
    case .afterReturn: throw self.bareReturn()
    case .byteOrderMark(let seen): self.replayByteOrderMark(seen)
    case .cellStart, .bare, .afterQuote: break
    }
    if self.rowHasBegun || self.row.bytes.count > 0 {
      try self.endCell()
      try self.endRow(body)
    }
    self.state = .cellStart
  }

  /// Reads a whole file that is already in memory.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    encoding: CSVEncoding = .utf8,
    ragged: Ragged = .refuse,
    limits: CSVLimits = CSVLimits(),
    _ body: (CSVRow) throws -> Void
  ) throws {
    var reader = CSVReader(file: file, encoding: encoding, ragged: ragged, limits: limits)
    try reader.feed(bytes, body)
    try reader.finish(body)
  }
}

extension CSVReader {
  /// The place of the open cell: `file:row:column`, the column by number.
  var place: String { "\(self.file):\(self.number):\(self.row.count + 1)" }

  func fault(_ code: Fault.Code, _ message: String, _ hint: String) -> Fault {
    Fault(code, message, at: self.place, maybe: hint)
  }

  func bareReturn() -> Fault {
    self.fault(
      .csvLineEnd,
      "a carriage return stands alone",
      "save the file with line ends LF or CRLF"
    )
  }

  mutating func replayByteOrderMark(_ seen: Int) {
    self.row.bytes.append(contentsOf: [0xEF, 0xBB].prefix(seen))
    self.cellIsASCII = false
    self.rowHasBegun = true
    self.state = .bare
  }

  mutating func endCell() throws {
    let end = self.row.bytes.count
    if end - self.cellBegins > self.limits.cellBytes { throw self.tooLarge("a cell", self.limits.cellBytes) }
    if end > self.limits.rowBytes { throw self.tooLarge("a row", self.limits.rowBytes) }
    if !self.cellIsASCII {
      if self.encoding == .utf8,
        String(validating: self.row.bytes[self.cellBegins..<end], as: UTF8.self) == nil
      {
        throw self.fault(
          .csvEncoding,
          "the cell is not valid UTF-8",
          "save the file as 'CSV UTF-8', or say that it is in Windows-1252 (cp1252)"
        )
      }
      self.cellIsASCII = true
    }
    guard self.row.count < self.limits.columns else {
      throw self.fault(
        .csvTooLarge,
        "a row has more than \(self.limits.columns) cells",
        "look for a missing line end"
      )
    }
    self.row.ends.append(end)
    self.cellBegins = end
  }

  func tooLarge(_ what: String, _ limit: Int) -> Fault {
    self.fault(
      .csvTooLarge,
      "\(what) is longer than \(limit) bytes",
      "look for a quotation mark that is never closed"
    )
  }

  mutating func endRow(_ body: (CSVRow) throws -> Void) throws {
    if let width = self.width {
      if self.row.count != width, self.ragged == .refuse { throw Self.ragged(self.row, width, self.file) }
    } else {
      self.width = self.row.count
    }
    try body(self.row)
    self.nextRow()
  }

  mutating func nextRow() {
    self.number += 1
    self.row.begin(number: self.number, line: self.line)
    self.cellBegins = 0
    self.rowHasBegun = false
    self.state = .cellStart
  }

  static func ragged(_ row: CSVRow, _ width: Int, _ file: String) -> Fault {
    Fault(
      .csvRagged,
      "the row has \(row.count) cells, the header has \(width)",
      at: "\(file):\(row.number)",
      maybe: "put a cell that holds a comma in quotation marks, or add the missing commas"
    )
  }
}
