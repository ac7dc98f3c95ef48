// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Storage
import Vocabulary

/// What the server answered to one statement; owns libpq's memory for it.
struct PostgresResult: ~Copyable {
  private let result: OpaquePointer

  init(owning result: OpaquePointer) { self.result = result }

  deinit { PQclear(self.result) }

  var status: ExecStatusType { PQresultStatus(self.result) }
  var rows: Int { Int(PQntuples(self.result)) }
  /// `INSERT 0 1`, `COMMIT`, ….
  var tag: String { String(cString: PQcmdStatus(self.result)) }

  /// Rows that were inserted, updated or deleted; 0 for any other statement.
  var count: Int { Int(String(cString: PQcmdTuples(self.result))) ?? 0 }

  /// One part of an error report; `nil` when the server said nothing of it.
  func field(_ code: Int32) -> String? { PQresultErrorField(self.result, code).map { String(cString: $0) } }

  /// - Throws: `store.corrupt` for a type that no column of ours has.
  func row(_ row: Int) throws -> SQLRow {
    SQLRow(try (0..<Int(PQnfields(self.result))).map { try self.value(row, $0) })
  }

  private func value(_ row: Int, _ column: Int) throws -> SQLValue {
    let (row, column) = (Int32(row), Int32(column))
    guard PQgetisnull(self.result, row, column) == 0 else { return .null }
    guard let start = PQgetvalue(self.result, row, column) else { return .null }
    let length = Int(PQgetlength(self.result, row, column))
    let text = start.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
    switch PostgresType(rawValue: PQftype(self.result, column)) {
    case .text, .varchar, .name, .character, .unknown: return .text(text)
    case .int8, .int4, .int2, .oid: if let number = Int(text) { return .integer(number) }
    case .float8, .float4: if let number = Double(text) { return .real(number) }
    case .numeric:
      // What `sum` makes of whole numbers.
      if let number = Int(text) { return .integer(number) }
      if let number = Double(text) { return .real(number) }
    case .bool: return .integer(text == "t" ? 1 : 0)
    case .void: return .null
    case nil: break
    }
    throw Fault(.storeCorrupt, "column \(column + 1) of an answer has a type that elsec does not keep")
  }
}

/// The types of PostgreSQL that answers may hold, by their fixed object identifiers (`pg_type.dat`).
enum PostgresType: Oid {
  case bool = 16
  case name = 19
  case int8 = 20
  case int2 = 21
  case int4 = 23
  case text = 25
  case oid = 26
  case float4 = 700
  case float8 = 701
  case unknown = 705
  case character = 1042
  case varchar = 1043
  case numeric = 1700
  case void = 2278
}
