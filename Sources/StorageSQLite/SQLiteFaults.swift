// SPDX-License-Identifier: Apache-2.0

import GRDB
import Storage
public import Vocabulary

/// Turns the engine's errors into faults; whatever else is thrown passes unchanged.
func faultsMapped<Value>(
  at path: String? = nil,
  running sql: String? = nil,
  _ work: () throws -> Value
) throws -> Value {
  do { return try work() } catch let error as DatabaseError { throw Fault(error, at: path, running: sql) }
}

func faultsMapped<Value: Sendable>(
  at path: String? = nil,
  _ work: () async throws -> Value
) async throws -> Value {
  do {
    return try await work()
  } catch let error as DatabaseError {
    throw Fault(error, at: path, running: error.sql)
  }
}

extension Fault {
  /// Names tables, columns and rules, never a value.
  init(_ error: DatabaseError, at path: String?, running sql: String?) {
    let table = sql.flatMap(Self.table(written:)) ?? "the store"
    let (code, message, hint): (Fault.Code, String, String?) =
      switch (error.resultCode, error.extendedResultCode) {
      case (_, .SQLITE_CONSTRAINT_TRIGGER) where error.message?.hasPrefix("unsealed: ") == true:
        (
          .storeSealed, "the store is sealed, and '\(table)' takes no plain record",
          "use the elsec that sealed it, or a newer one"
        )
      case (_, .SQLITE_CONSTRAINT_TRIGGER) where error.message?.contains("constraint failed") == true:
        // Tried on a row before it was sealed.
        (.storeConflict, "a record of '\(table)' breaks the rule: \(error.message ?? "unknown")", nil)
      case (_, .SQLITE_CONSTRAINT_TRIGGER):
        (.storeAppendOnly, "records of '\(table)' are only ever added", "add a record that supersedes it")
      case (_, .SQLITE_CONSTRAINT_UNIQUE), (_, .SQLITE_CONSTRAINT_PRIMARYKEY):
        (.storeConflict, "'\(table)' already has a record with the same \(Self.columns(in: error))", nil)
      case (_, .SQLITE_CONSTRAINT_FOREIGNKEY):
        (
          .storeConflict, "a record of '\(table)' refers to one that is not kept, or is still referred to",
          "import what it refers to first"
        )
      case (.SQLITE_CONSTRAINT, _):
        (.storeConflict, "a record of '\(table)' breaks the rule: \(error.message ?? "unknown")", nil)
      case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _):
        (.storeUnavailable, "another process is writing to the store", "wait for it to end, then try again")
      case (.SQLITE_CANTOPEN, _):
        (.storeUnavailable, "the store cannot be opened", "check the path and its permissions")
      case (.SQLITE_MISUSE, _):
        (.storeUnavailable, "the store is closed", nil)
      case (.SQLITE_CORRUPT, _) where error.message?.hasPrefix(SealedCells.brokenMessage) == true:
        (
          .storeCorrupt, "a sealed row does not open: it was changed, or is not where it was sealed",
          "run 'elsec store check'; restore a backup with 'elsec store restore'"
        )
      case (.SQLITE_NOTADB, _), (.SQLITE_CORRUPT, _):
        (.storeCorrupt, "the file is not a sound database", "restore a backup with 'elsec store restore'")
      case (.SQLITE_READONLY, _), (.SQLITE_PERM, _), (.SQLITE_AUTH, _):
        (.storeReadOnly, "the store cannot be written to", "check the file's and its folder's permissions")
      case (.SQLITE_FULL, _):
        (.storeCannotWrite, "the disk is full", "make room, then try again")
      case (.SQLITE_IOERR, _):
        (.storeCannotWrite, "reading or writing the store's file failed", "check the disk")
      case (let code, _):
        (.storeDefect, "the engine refused a statement (code \(code.rawValue))", nil)
      }
    self.init(code, message, at: path, maybe: hint, cause: error)
  }

  /// The table that a statement writes to.
  private static func table(written sql: String) -> String? {
    let words = sql.split(whereSeparator: { $0.isWhitespace || $0 == "(" })
    let place =
      switch words.first {
      case "INSERT", "DELETE": 2;
      case "UPDATE": 1;
      default: Int.max
      }
    return place < words.count ? String(words[place]) : nil
  }

  /// From `UNIQUE constraint failed: child.area, child.id`: `id`.
  private static func columns(in error: DatabaseError) -> String {
    let listed = (error.message ?? "").split(separator: ": ").last ?? ""
    let columns = listed.split(separator: ", ").compactMap { $0.split(separator: ".").last }
    let named = columns.filter { $0 != "area" }.map(String.init)
    return named.isEmpty ? "key" : named.joined(separator: ", ")
  }
}

extension Fault.Code {
  /// The store is sealed, and what was asked needs its key or a plain store.
  public static let storeSealed = Fault.Code("store.sealed", .notAllowed)
}
