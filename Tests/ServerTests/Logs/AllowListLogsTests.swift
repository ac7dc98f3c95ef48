// SPDX-License-Identifier: Apache-2.0

import Logging
import Server
import StrictJSON
import Synchronization
import Testing

@Suite struct AllowListLogsTests {
  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
  }

  private static func written(label: String = "elsec.serve", _ log: (Logger) -> Void) -> [String] {
    let lines = Lines()
    let logger = Logger(label: label) { label in
      AllowListLogs(label: label) { line in lines.all.withLock { $0.append(line) } }
    }
    log(logger)
    return lines.all.withLock { $0 }
  }

  @Test func aLineIsOneJSONObjectWithKnownFieldsOnly() throws {
    let lines = Self.written { $0.notice("done", metadata: ["code": "0", "child": "Amelia", "method": "child.get"]) }
    #expect(
      lines == [
        #"{"level":"notice","label":"elsec.serve","message":"done","code":"0","method":"child.get"}"# + "\n"
      ])
  }

  @Test func aLibrarysOwnWordsAreNotWritten() {
    let lines = Self.written(label: "hummingbird") { $0.error("bad line: Amelia", metadata: ["error": "Amelia"]) }
    #expect(lines == [#"{"level":"error","label":"hummingbird"}"# + "\n"])
  }

  @Test func fieldsThatALoggerCarriesAreHeldToTheSameList() {
    let lines = Self.written { logger in
      var logger = logger
      logger[metadataKey: "child"] = "Amelia"
      logger[metadataKey: "job"] = "n1"
      logger.info("begun")
    }
    #expect(lines == [#"{"level":"info","label":"elsec.serve","message":"begun","job":"n1"}"# + "\n"])
  }

  @Test(arguments: ["a\"b", "a\"\u{301}b", "a\\b", "a\nb", "a\r\nb", "a\u{0}b", "a\u{85}b", "a\u{2028}b", "a\u{7f}b"])
  func noValueBreaksALineOrItsJSON(_ value: String) throws {
    let lines = Self.written { $0.info("m", metadata: ["reason": "\(value)"]) }
    let line = try #require(lines.first)
    #expect(line.unicodeScalars.filter { $0.value < 0x20 || [0x7F, 0x85, 0x2028].contains($0.value) } == ["\n"])
    let read = try JSONValue(reading: Array(line.dropLast().utf8))
    #expect(read["reason"]?.text?.hasPrefix("a") == true && read.object?.count == 4)
  }

  @Test func aLongValueIsCut() throws {
    let lines = Self.written { $0.info("m", metadata: ["reason": "\(String(repeating: "x", count: 1_000))"]) }
    #expect(try #require(lines.first).utf8.count < 300)
  }

  @Test func debugIsNotWrittenUnlessAskedFor() {
    #expect(Self.written { $0.debug("quiet") } == [])
  }
}
