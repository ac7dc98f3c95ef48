// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary
import Wire

@Suite struct LineFramesTests {
  static func lines(_ text: String, limit: Int = 8) throws -> [String] {
    var frames = LineFrames(limit: limit)
    frames.append(Array(text.utf8))
    var lines: [String] = []
    while let line = try frames.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", []), ("a\n", ["a"]), ("a\nb", ["a"]), ("a\r\nb\n", ["a", "b"]), ("\n\r\n\na\n\n", ["a"]),
    ("a\r\r\n", ["a\r"]), ("\ra\n", ["\ra"]), ("\r", []), ("12345678\n", ["12345678"]), ("1234567\r\n", ["1234567"]),
  ])
  func aLineEndsWithLF(_ text: String, _ lines: [String]) throws {
    #expect(try Self.lines(text) == lines)
  }

  @Test(arguments: ["123456789\n", "123456789", "12345678\r\n", "a\n123456789", "a\n123456789\nb\n"])
  func aLineLongerThanTheLimitEndsReading(_ text: String) throws {
    var frames = LineFrames(limit: 8)
    frames.append(Array(text.utf8))
    if text.hasPrefix("a") { #expect(try frames.next() == [UInt8(ascii: "a")]) }
    #expect(throws: LineFrames.LineTooLong.self) { try frames.next() }
    frames.append(Array("\nb\n".utf8))
    #expect(throws: LineFrames.LineTooLong.self) { try frames.next() }
  }

  @Test func theLimitOfTheWireIsExact() throws {
    let most = [UInt8](repeating: 0x20, count: 1_048_576)
    var frames = LineFrames()
    frames.append(most)
    #expect(try frames.next() == nil)
    frames.append([0x0A])
    #expect(try frames.next()?.count == 1_048_576)
    #expect(frames.held == 0)
    frames.append(most)
    frames.append([0x20])
    #expect(throws: LineFrames.LineTooLong.self) { try frames.next() }
  }

  @Test func piecesFallWhereTheyWill() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      var (lines, bytes) = ([[UInt8]](), [UInt8]())
      for _ in 0..<random.below(12) {
        let line = (0...random.below(30)).map { _ in UInt8(ascii: "a") + UInt8(random.below(26)) }
        lines.append(line)
        bytes += line + (random.below(2) == 0 ? [0x0A] : [0x0D, 0x0A])
      }
      var frames = LineFrames(limit: 40)
      var (read, place) = ([[UInt8]](), 0)
      while place < bytes.count {
        let end = min(bytes.count, place + 1 + random.below(25))
        frames.append(bytes[place..<end])
        place = end
        if random.below(3) > 0 { while let line = try frames.next() { read.append(line) } }
      }
      while let line = try frames.next() { read.append(line) }
      #expect(read == lines)
      #expect(frames.held == 0)
    }
  }

  /// Takes minutes when a line that comes byte by byte is searched from its beginning each time.
  @Test func aLineOfManyPiecesIsSearchedOnce() throws {
    var frames = LineFrames()
    for _ in 0..<300_000 {
      frames.append(CollectionOfOne(UInt8(ascii: "a")))
      #expect(try frames.next() == nil)
    }
    frames.append([0x0A])
    #expect(try frames.next()?.count == 300_000)
  }
}
