// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing

struct CSVWriterTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("a\rb", "\"a\rb\""), ("=1+1", "=1+1"), (" kept ", " kept "),
  ]) func quotesWhatNeedsQuotes(_ cell: String, _ written: String) {
    var writer = CSVWriter()
    writer.text(cell)
    #expect(writer.text == written)
  }

  @Test(arguments: ["=1+1", "+44", "-2", "@sum", "\t=1", "\r=1"])
  func aFormulaIsTakenApartForPeople(_ cell: String) {
    var writer = CSVWriter(for: .people)
    writer.text(cell)
    #expect(writer.text == "\"'\(cell)\"")
  }

  @Test func numbersKeepTheirSignForPeople() {
    var writer = CSVWriter(for: .people)
    writer.number(-3)
    writer.empty()
    writer.text("x")
    writer.endRow()
    #expect(writer.text == "-3,,x\n")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let rows = [["a", "b,c", "d\"e"], ["", "f\ng", "\r\n"], ["ü", "'", "  "]]
    var writer = CSVWriter()
    for row in rows { writer.row(row) }
    var read: [[String]] = []
    try CSVReader.read(writer.bytes, file: "f.csv") { read.append($0.cells) }
    #expect(read == rows)
  }

  @Test func drainingForgetsWhatWasTaken() {
    var writer = CSVWriter()
    writer.row(["a"])
    #expect(writer.drain() == Array("a\n".utf8))
    writer.row(["b"])
    #expect(writer.bytes == Array("b\n".utf8))
  }
}
