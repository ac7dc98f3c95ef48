// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

@Suite struct SolomonFileTests {
  static let head = ["TINY", "", "VEHICLE", "NUMBER     CAPACITY", "  2         50", "", "CUSTOMER"]
  static let columns = "CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME"
  static let rows = [
    "    0      40         50          0          0       1236          0   ", "1 45.5 68 10 912 967 90",
  ]

  static func text(rows: [String] = rows, head: [String] = head) -> String {
    (head + [self.columns, ""] + rows).joined(separator: "\n") + "\n"
  }

  static func decode(_ text: String) throws -> RoutingProblem { try SolomonFile.decode(Array(text.utf8)) }

  @Test(arguments: ["\n", "\r\n"])
  func everyValueIsRead(lineEnd: String) throws {
    let problem = try Self.decode(Self.text().replacing("\n", with: lineEnd))
    #expect(problem.name == "TINY")
    #expect(problem.vehicles == 2)
    #expect(problem.capacity == 50)
    #expect(problem.customers == 1)
    #expect(problem.sites[0] == .init(x: 40, y: 50, demand: 0, ready: 0, due: 1_236, service: 0))
    #expect(problem.sites[1] == .init(x: 45.5, y: 68, demand: 10, ready: 912, due: 967, service: 90))
  }

  static let broken: [(String, code: String, place: String?)] = [
    ("", "solomon.malformed", "line 1"),
    ("instance,distance\nC101,828.94\n", "solomon.malformed", "line 2"),
    (text(head: ["TINY", "VEHICLE", "NUMBER CAPACITY", "2", "CUSTOMER"]), "solomon.malformed", "line 4"),
    (text(head: ["TINY", "VEHICLE", "NUMBER CAPACITY", "2 many", "CUSTOMER"]), "solomon.malformed", "line 4"),
    (text(head: ["TINY", "VEHICLE", "NUMBER CAPACITY", "0 50", "CUSTOMER"]), "routing.problem-invalid", "vehicles"),
    (text(head: ["TINY", "VEHICLE", "NUMBER CAPACITY", "2 -1", "CUSTOMER"]), "routing.problem-invalid", "capacity"),
    (text(rows: []), "routing.problem-invalid", "sites"),
    (text(rows: [rows[0], "1 45 68 10 912 967"]), "solomon.malformed", "line 11"),
    (text(rows: [rows[0], "1 45 68 10 912 967 90 7"]), "solomon.malformed", "line 11"),
    (text(rows: [rows[0], "2 45 68 10 912 967 90"]), "solomon.malformed", "line 11"),
    (text(rows: [rows[0], "1 45 6B 10 912 967 90"]), "solomon.malformed", "line 11"),
    (text(rows: [rows[0], "1 45 nan 10 912 967 90"]), "solomon.malformed", "line 11"),
    (text(rows: [rows[0], "1 45 68 10.5 912 967 90"]), "solomon.malformed", "line 11"),
    (text(rows: [rows[0], "1 45 68 10 967 912 90"]), "routing.problem-invalid", "line 11"),
    (text(rows: [rows[0], "1 45 68 10 912 967 -90"]), "routing.problem-invalid", "line 11"),
    (text(rows: [rows[0], "1 45 1e300 10 912 967 90"]), "routing.problem-invalid", "line 11"),
  ]

  @Test(arguments: broken)
  func whatIsWrongIsToldWithItsLine(_ text: String, code: String, place: String?) throws {
    let fault = try #require(throws: Fault.self) { try Self.decode(text) }
    #expect(fault.code.name == code)
    #expect(fault.place == place)
  }

  @Test func bytesThatAreNotTextAreRefused() throws {
    let fault = try #require(throws: Fault.self) { try SolomonFile.decode([0x43, 0xFF, 0x0A]) }
    #expect(fault.code.name == "solomon.malformed")
  }
}
