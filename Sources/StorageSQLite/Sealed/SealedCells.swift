// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import GRDB
import Sealing
import Synchronization
import Vocabulary

/// The three functions by which one connection's statements seal, open and look up.
///
///     elsec_sealed(table, n, key × n, (column, value) …)          the carrier's cell
///     elsec_opened(table, column, kept, carrier, key …)           one column's value
///     elsec_stand_in(table, column, bytes, value)                 a keyed hash; NULL for NULL
final class SealedCells: Sendable {
  /// The row that was opened last: its columns are asked for one after another.
  private struct Last {
    var place: CellPlace
    var cell: Data
    var row: SealedRow
  }

  private let seal: CellSeal
  private let last = Mutex<Last?>(nil)

  init(_ seal: CellSeal) { self.seal = seal }

  /// Lets `database` use the functions.
  func add(to database: Database) {
    database.add(function: DatabaseFunction("elsec_sealed") { try self.sealed($0) })
    database.add(function: DatabaseFunction("elsec_opened", pure: true) { try self.opened($0) })
    database.add(function: DatabaseFunction("elsec_stand_in", argumentCount: 4, pure: true) { try self.standIn($0) })
  }

  private func sealed(_ values: [DatabaseValue]) throws -> DatabaseValue {
    let (table, keyCount) = (try Self.table(values), Int.fromDatabaseValue(values[1]) ?? 0)
    let key = values[2..<2 + keyCount]
    var (row, order) = (SealedRow(), [String]())
    let pairs = Array(values[(2 + keyCount)...])
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      let column = try Self.text(pairs[index])
      // What is sealed already must not be sealed again.
      if case .blob = pairs[index + 1].storage { throw Self.broken(table.name) }
      row[column] = pairs[index + 1]
      order.append(column)
    }
    let carrier = row[table.carrier] ?? .null
    guard !Self.isEmpty(carrier) || row.values.contains(where: { $0.key != table.carrier && !$0.value.isNull }) else {
      return carrier
    }
    let place = CellPlace(table: table.name, column: table.carrier, row: try key.map(Self.text))
    return Data(try self.seal.seal(row.bytes(order), at: place)).databaseValue
  }

  private func opened(_ values: [DatabaseValue]) throws -> DatabaseValue {
    let (table, column, kept) = (try Self.table(values), try Self.text(values[1]), values[2])
    guard case .blob(let cell) = values[3].storage else {
      // Nothing to hide; a text that is not sealed is not what elsec wrote.
      guard Self.isEmpty(values[3]) else { throw Self.broken(table.name) }
      return kept
    }
    let place = CellPlace(table: table.name, column: table.carrier, row: try values[4...].map(Self.text))
    return try self.row(of: cell, at: place)[column] ?? kept
  }

  /// Whether the carrier of a row is sealed and opens, or has nothing to hide.
  func opens(_ carrier: DatabaseValue, of table: SealedTable, key: ArraySlice<DatabaseValue>) -> Bool {
    guard case .blob(let cell) = carrier.storage else { return Self.isEmpty(carrier) }
    guard let row = try? key.map(Self.text) else { return false }
    return (try? self.row(of: cell, at: CellPlace(table: table.name, column: table.carrier, row: row))) != nil
  }

  private func row(of cell: Data, at place: CellPlace) throws -> SealedRow {
    try self.last.withLock { last in
      if let last, last.cell == cell, last.place == place { return last.row }
      guard let content = try? self.seal.open(Array(cell), at: place), let row = SealedRow(content) else {
        throw Self.broken(place.table)
      }
      last = Last(place: place, cell: cell, row: row)
      return row
    }
  }

  private func standIn(_ values: [DatabaseValue]) throws -> DatabaseValue {
    guard !values[3].isNull else { return .null }
    let byteCount = Int.fromDatabaseValue(values[2]) ?? 0
    return self.seal.standIn(
      for: try Self.text(values[3]), table: try Self.text(values[0]), column: try Self.text(values[1]),
      byteCount: byteCount
    ).databaseValue
  }

  private static func isEmpty(_ value: DatabaseValue) -> Bool {
    switch value.storage {
    case .null: true
    case .string(let text): text.isEmpty
    default: false
    }
  }

  private static func table(_ values: [DatabaseValue]) throws -> SealedTable {
    guard let table = SealedTable.named[try self.text(values[0])] else { throw self.broken("?") }
    return table
  }

  /// Keys are texts and whole numbers.
  private static func text(_ value: DatabaseValue) throws -> String {
    switch value.storage {
    case .string(let text): return text
    case .int64(let number): return "\(number)"
    default: throw self.broken("?")
    }
  }

  /// Read again where the engine's errors become faults.
  private static func broken(_ table: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: self.brokenMessage + table)
  }

  static let brokenMessage = "a sealed cell does not open: "
}
