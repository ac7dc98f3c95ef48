// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What a byte means to the scanner.
private enum Mark: UInt8 {
  case plain, comma, quote, carriageReturn, lineFeed, null, high
}

private let marks: [UInt8] = (0...255).map { byte in
  switch byte {
  case 0x2C: Mark.comma.rawValue
  case 0x22: Mark.quote.rawValue
  case 0x0D: Mark.carriageReturn.rawValue
  case 0x0A: Mark.lineFeed.rawValue
  case 0x00: Mark.null.rawValue
  case 0x80...: Mark.high.rawValue
  default: Mark.plain.rawValue
  }
}

extension CSVReader {
  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (CSVRow) throws -> Void) throws {
    try marks.withUnsafeBufferPointer { try self.scan(bytes, $0, body) }
    // An open cell is checked here too, so that one without an end cannot grow over many chunks.
    if self.row.bytes.count - self.cellBegins > self.limits.cellBytes {
      throw self.tooLarge("a cell", self.limits.cellBytes)
    }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ marks: UnsafeBufferPointer<UInt8>,
    _ body: (CSVRow) throws -> Void
  ) throws {
    var at = 0
    while at < bytes.count {
      switch self.state {
      case .cellStart:
        if bytes[at] == 0x22 {
          self.state = .quoted
          self.lineOfQuote = self.line
          self.rowHasBegun = true
          at += 1
        } else if bytes[at] == 0xEF, self.number == 1, self.row.count == 0 {
          self.state = .byteOrderMark(1)
          at += 1
        } else {
          self.state = .bare
        }
      case .byteOrderMark(let seen):
        if seen == 1, bytes[at] == 0xBB {
          self.state = .byteOrderMark(2)
          at += 1
        } else if seen == 2, bytes[at] == 0xBF {
          self.encoding = .utf8
          self.state = .cellStart
          at += 1
        } else {
          self.replayByteOrderMark(seen)
        }
      case .bare:
        let from = at
        while at < bytes.count, marks[Int(bytes[at])] == 0 { at += 1 }
        self.append(bytes, from, at)
        guard at < bytes.count else { return }
        let byte = bytes[at]
        at += 1
        try self.endBare(byte, Mark(rawValue: marks[Int(byte)]) ?? .plain, body)
      case .quoted:
        let from = at
        while at < bytes.count, marks[Int(bytes[at])] < 2 { at += 1 }
        self.append(bytes, from, at)
        guard at < bytes.count else { return }
        let byte = bytes[at]
        at += 1
        try self.insideQuotes(byte, Mark(rawValue: marks[Int(byte)]) ?? .plain)
      case .afterQuote:
        let byte = bytes[at]
        at += 1
        try self.afterQuote(byte, body)
      case .afterReturn:
        guard bytes[at] == 0x0A else { throw self.bareReturn() }
        at += 1
        try self.endLine(body)
      }
    }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) {
    guard to > from else { return }
    self.row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<to]))
    self.rowHasBegun = true
  }

  private mutating func endBare(_ byte: UInt8, _ mark: Mark, _ body: (CSVRow) throws -> Void) throws {
    switch mark {
    case .comma:
      try self.endCell()
      self.rowHasBegun = true
      self.state = .cellStart
    case .lineFeed: try self.endLine(body)
    case .carriageReturn: self.state = .afterReturn
    case .quote:
      throw self.fault(
        .csvQuote,
        "a quotation mark stands inside a cell that is not quoted",
        "put the whole cell in quotation marks and double those that are part of the text"
      )
    case .null: throw self.null()
    case .high: try self.appendHigh(byte)
    case .plain: break
    }
  }

  private mutating func insideQuotes(_ byte: UInt8, _ mark: Mark) throws {
    switch mark {
    case .quote: self.state = .afterQuote
    case .null: throw self.null()
    case .high: try self.appendHigh(byte)
    case .lineFeed:
      self.line += 1
      self.row.bytes.append(byte)
    case .plain, .comma, .carriageReturn: self.row.bytes.append(byte)
    }
    if self.row.bytes.count - self.cellBegins > self.limits.cellBytes {
      throw self.tooLarge("a cell", self.limits.cellBytes)
    }
  }

  private mutating func afterQuote(_ byte: UInt8, _ body: (CSVRow) throws -> Void) throws {
    switch byte {
    case 0x22:
      self.row.bytes.append(byte)
      self.state = .quoted
    case 0x2C:
      try self.endCell()
      self.state = .cellStart
    case 0x0A: try self.endLine(body)
    case 0x0D: self.state = .afterReturn
    default:
      throw self.fault(
        .csvQuote,
        "text follows a closing quotation mark",
        "double a quotation mark that is part of the text"
      )
    }
  }

  private mutating func endLine(_ body: (CSVRow) throws -> Void) throws {
    self.line += 1
    if self.rowHasBegun {
      try self.endCell()
      try self.endRow(body)
    } else {
      self.nextRow()
    }
  }

  private mutating func appendHigh(_ byte: UInt8) throws {
    self.rowHasBegun = true
    self.cellIsASCII = false
    guard self.encoding == .windows1252 else { return self.row.bytes.append(byte) }
    guard let text = CSVEncoding.utf8(ofWindows1252: byte) else {
      throw self.fault(
        .csvEncoding,
        "a byte of the cell has no character in Windows-1252",
        "save the file as 'CSV UTF-8'"
      )
    }
    self.row.bytes.append(contentsOf: text)
  }

  private func null() -> Fault {
    self.fault(
      .csvEncoding,
      "a NUL stands in the file",
      "save the file as 'CSV UTF-8' (every second byte is NUL in UTF-16)"
    )
  }
}
