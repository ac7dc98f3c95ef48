// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing
import Vocabulary

struct CSVReaderTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String
    let rows: [[String]]
    var testDescription: String { self.what }
  }

  static let readings = [
    Reading(what: "LF", text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
    Reading(what: "CRLF", text: "a,b\r\n1,2\r\n", rows: [["a", "b"], ["1", "2"]]),
    Reading(what: "no line end at the end", text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]]),
    Reading(what: "empty last cell at the end", text: "a,b\n1,", rows: [["a", "b"], ["1", ""]]),
    Reading(what: "empty cells", text: "a,b,c\n,,\n", rows: [["a", "b", "c"], ["", "", ""]]),
    Reading(what: "empty lines are passed over", text: "a,b\n\n1,2\n\r\n", rows: [["a", "b"], ["1", "2"]]),
    Reading(what: "quoted comma", text: "a,b\n\"1,5\",2\n", rows: [["a", "b"], ["1,5", "2"]]),
    Reading(what: "quoted line break", text: "a,b\n\"1\r\n5\",2\n", rows: [["a", "b"], ["1\r\n5", "2"]]),
    Reading(
      what: "doubled quotes",
      text: "a,b\n\"say \"\"hi\"\"\",2\n",
      rows: [["a", "b"], ["say \"hi\"", "2"]]
    ),
    Reading(what: "quoted empty cell alone", text: "a\n\"\"\n", rows: [["a"], [""]]),
    Reading(what: "quoted last cell", text: "a,b\n1,\"2\"", rows: [["a", "b"], ["1", "2"]]),
    Reading(what: "byte order mark", text: "\u{FEFF}a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
    Reading(
      what: "byte order mark and quotes",
      text: "\u{FEFF}\"a\",b\n1,2\n",
      rows: [["a", "b"], ["1", "2"]]
    ),
    Reading(what: "spaces are kept", text: "a,b\n 1 ,2\n", rows: [["a", "b"], [" 1 ", "2"]]),
    Reading(what: "more than ASCII", text: "a,b\nZoë,名\n", rows: [["a", "b"], ["Zoë", "名"]]),
    Reading(what: "nothing", text: "", rows: []),
  ]

  @Test(arguments: readings) func readsRows(_ reading: Reading) throws {
    var rows: [[String]] = []
    try CSVReader.read(Array(reading.text.utf8), file: "f.csv") { rows.append($0.cells) }
    #expect(rows == reading.rows)
  }

  @Test(arguments: readings) func chunksOfAnySizeGiveTheSameRows(_ reading: Reading) throws {
    let bytes = Array(reading.text.utf8)
    for size in 1...max(1, bytes.count) {
      var reader = CSVReader(file: "f.csv")
      var rows: [[String]] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        try reader.feed(Array(bytes[start..<min(bytes.count, start + size)])) { rows.append($0.cells) }
      }
      try reader.finish { rows.append($0.cells) }
      #expect(rows == reading.rows, "chunks of \(size)")
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let what: String
    let bytes: [UInt8]
    let code: Fault.Code
    let place: String
    let message: String
    var encoding = CSVEncoding.utf8
    var limits = CSVLimits()
    var testDescription: String { self.what }
  }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  static let refusals = [
    Refusal(
      what: "quotation mark in a bare cell",
      bytes: bytes("a,b\n1,2\"3\n"),
      code: .csvQuote,
      place: "f.csv:2:2",
      message: "a quotation mark stands inside a cell that is not quoted"
    ),
    Refusal(
      what: "text after quotes",
      bytes: bytes("a,b\n\"1\"x,2\n"),
      code: .csvQuote,
      place: "f.csv:2:1",
      message: "text follows a closing quotation mark"
    ),
    Refusal(
      what: "quotes never closed",
      bytes: bytes("a,b\n1,2\n3,\"4\n5,6\n"),
      code: .csvQuote,
      place: "f.csv:3:2",
      message: "a quotation mark opened on line 3 is never closed"
    ),
    Refusal(
      what: "carriage return alone",
      bytes: bytes("a,b\r1,2\r"),
      code: .csvLineEnd,
      place: "f.csv:1:2",
      message: "a carriage return stands alone"
    ),
    Refusal(
      what: "carriage return at the end",
      bytes: bytes("a,b\r"),
      code: .csvLineEnd,
      place: "f.csv:1:2",
      message: "a carriage return stands alone"
    ),
    Refusal(
      what: "NUL",
      bytes: [0x61, 0x00, 0x0A],
      code: .csvEncoding,
      place: "f.csv:1:1",
      message: "a NUL stands in the file"
    ),
    Refusal(
      what: "NUL inside quotes",
      bytes: [0x22, 0x61, 0x00, 0x22, 0x0A],
      code: .csvEncoding,
      place: "f.csv:1:1",
      message: "a NUL stands in the file"
    ),
    Refusal(
      what: "Windows-1252 read as UTF-8",
      bytes: bytes("a,b\n1,") + [0xE9, 0x0A],
      code: .csvEncoding,
      place: "f.csv:2:2",
      message: "the cell is not valid UTF-8"
    ),
    Refusal(
      what: "a byte without a character in Windows-1252",
      bytes: bytes("a\n") + [0x81, 0x0A],
      code: .csvEncoding,
      place: "f.csv:2:1",
      message: "a byte of the cell has no character in Windows-1252",
      encoding: .windows1252
    ),
    Refusal(
      what: "too few cells",
      bytes: bytes("a,b\n1\n"),
      code: .csvRagged,
      place: "f.csv:2",
      message: "the row has 1 cells, the header has 2"
    ),
    Refusal(
      what: "too many cells",
      bytes: bytes("a,b\n1,2\n1,2,3\n"),
      code: .csvRagged,
      place: "f.csv:3",
      message: "the row has 3 cells, the header has 2"
    ),
    Refusal(
      what: "a cell too long",
      bytes: bytes("a\n12345\n"),
      code: .csvTooLarge,
      place: "f.csv:2:1",
      message: "a cell is longer than 4 bytes",
      limits: CSVLimits(cellBytes: 4)
    ),
    Refusal(
      what: "a quoted cell too long",
      bytes: bytes("a\n\"1,2,3,4,5"),
      code: .csvTooLarge,
      place: "f.csv:2:1",
      message: "a cell is longer than 4 bytes",
      limits: CSVLimits(cellBytes: 4)
    ),
    Refusal(
      what: "a row too long",
      bytes: bytes("a,b\n1234,1234\n"),
      code: .csvTooLarge,
      place: "f.csv:2:2",
      message: "a row is longer than 6 bytes",
      limits: CSVLimits(rowBytes: 6)
    ),
    Refusal(
      what: "too many columns",
      bytes: bytes("a,b,c,d\n"),
      code: .csvTooLarge,
      place: "f.csv:1:4",
      message: "a row has more than 3 cells",
      limits: CSVLimits(columns: 3)
    ),
  ]

  @Test(arguments: refusals) func refusesWithPlaceAndRemedy(_ refusal: Refusal) throws {
    let fault = try #require(throws: Fault.self) {
      try CSVReader.read(
        refusal.bytes,
        file: "f.csv",
        encoding: refusal.encoding,
        limits: refusal.limits
      ) { _ in }
    }
    #expect(fault.code == refusal.code)
    #expect(fault.place == refusal.place)
    #expect(fault.message == refusal.message)
    #expect(fault.hint != nil)
  }

  @Test func windows1252IsReadWhenItIsSaid() throws {
    var cells: [String] = []
    let bytes = Self.bytes("name\nSt Mary") + [0x92] + Self.bytes("s, caf") + [0xE9, 0x20, 0x80, 0x0A]
    try CSVReader.read(
      bytes.map { $0 == 0x2C ? 0x3B : $0 },
      file: "f.csv",
      encoding: .windows1252
    ) { cells += $0.cells }
    #expect(cells == ["name", "St Mary’s; café €"])
    #expect(CSVEncoding.detected(in: bytes) == .windows1252)
    #expect(CSVEncoding.detected(in: Self.bytes("Zoë")) == .utf8)
  }

  @Test func aByteOrderMarkSaysUTF8() throws {
    var cells: [String] = []
    try CSVReader.read(Self.bytes("\u{FEFF}Zoë\n"), file: "f.csv", encoding: .windows1252) {
      cells += $0.cells
    }
    #expect(cells == ["Zoë"])
  }

  @Test func rowsAndLinesAreCountedApart() throws {
    var places: [[Int]] = []
    try CSVReader.read(Self.bytes("a\n\"1\n2\"\n3\n"), file: "f.csv") { places.append([$0.number, $0.line]) }
    #expect(places == [[1, 1], [2, 2], [3, 4]])
  }

  @Test func aCellWithoutEndCannotGrowOverManyChunks() {
    var reader = CSVReader(file: "f.csv", limits: CSVLimits(cellBytes: 100))
    #expect(throws: Fault.self) {
      for _ in 0..<10 { try reader.feed([UInt8](repeating: 0x61, count: 50)) { _ in } }
    }
  }

  @Test func aColumnTheRowDoesNotHaveIsEmpty() throws {
    try CSVReader.read(Self.bytes("a,b\n"), file: "f.csv") { row in
      #expect(row[0] == "a")
      #expect(row[7].isEmpty)
      #expect(row.isEmpty(-1))
    }
  }
}
