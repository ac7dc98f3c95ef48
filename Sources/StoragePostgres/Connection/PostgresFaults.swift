// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Storage
import Vocabulary

/// How the server refused a statement.
struct PostgresRefusal: Error {
  /// The five characters of SQLSTATE.
  let state: String
  let table: String?
  let constraint: String?
  /// The columns of a key that stands twice; never their values.
  let columns: String?

  init(state: String, table: String? = nil, constraint: String? = nil, detail: String? = nil) {
    self.state = state
    self.table = table
    self.constraint = constraint
    self.columns = detail.flatMap(Self.columns(in:))
  }

  init(_ result: borrowing PostgresResult) {
    self.init(
      state: result.field(Int32(UInt8(ascii: "C"))) ?? "XX000", table: result.field(Int32(UInt8(ascii: "t"))),
      constraint: result.field(Int32(UInt8(ascii: "n"))), detail: result.field(Int32(UInt8(ascii: "D"))))
  }

  /// From `Key (area, id)=(…) already exists.`: `id`.
  private static func columns(in detail: String) -> String? {
    guard let open = detail.firstIndex(of: "("), let close = detail[open...].firstIndex(of: ")"),
      detail[close...].hasPrefix(")=(")
    else { return nil }
    let named = detail[detail.index(after: open)..<close].split(separator: ", ").filter { $0 != "area" }
    return named.isEmpty ? nil : named.joined(separator: ", ")
  }

  /// The connection is of no further use: the server is going down, or waited too long for the next statement.
  var endsConnection: Bool {
    self.state.hasPrefix("08") || self.state.hasPrefix("57P") || self.state == "25P03"
  }

  /// The server takes no writes: in a transaction that may write, it has become a standby.
  var isReadOnly: Bool { self.state == "25006" }

  /// The connection's prepared statements are of a schema that is no more.
  var isOutdated: Bool { self.state == "0A000" }

  /// It says nothing of one body among several: each of them would meet with the same.
  var concernsAll: Bool { self.endsConnection || self.isReadOnly || ["55P03", "53100"].contains(self.state) }

  /// The same transaction may succeed when it is run again.
  var isWorthAnotherTry: Bool {
    // Serialization failure, deadlock, and a statement prepared before the schema changed.
    ["40001", "40P01", "0A000"].contains(self.state)
  }
}

extension Fault {
  /// The server's refusal that a fault stands for.
  var refusal: PostgresRefusal? { self.cause as? PostgresRefusal }

  /// Names tables, columns and rules, never a value.
  init(_ refusal: PostgresRefusal) {
    let table = refusal.table ?? "the store"
    let (code, message, hint): (Fault.Code, String, String?) =
      switch refusal.state {
      case "ELS01":
        (.storeAppendOnly, "records of '\(table)' are only ever added", "add a record that supersedes it")
      case "23505":
        (.storeConflict, "'\(table)' already has a record with the same \(refusal.columns ?? "key")", nil)
      case "23503":
        (
          .storeConflict, "a record of '\(table)' refers to one that is not kept, or is still referred to",
          "import what it refers to first"
        )
      case let state where state.hasPrefix("23"):
        (.storeConflict, "a record of '\(table)' breaks the rule: \(refusal.constraint ?? "unknown")", nil)
      case "22021", "22P05":
        (.malformed, "text to be kept holds a character that the store has no place for", "take it out")
      case "25006":
        (.storeReadOnly, "the store cannot be written to", "name the server that takes writes")
      case "42501":
        (
          .storeReadOnly, "the store's user may not do this", "use the role that the task is for; see Ops/RUNNING.md"
        )
      case "42704":
        (
          .storeUnavailable, "the server has no role 'elsec_owner' to change the schema with",
          "run 'Ops/postgres set-up' first"
        )
      case "53100": (.storeCannotWrite, "the server's disk is full", "make room, then try again")
      case let state where state.hasPrefix("XX00"):
        (.storeCorrupt, "the server found its files damaged", "run Ops/restore-drill, then restore")
      case "55P03", "40001", "40P01":
        (.storeUnavailable, "others were writing to the same records", "try again")
      case "57014": (.storeUnavailable, "the statement took too long and was ended", "try again")
      case let state where state.hasPrefix("53") || state.hasPrefix("57") || state.hasPrefix("08"):
        (.storeUnavailable, "the server cannot take the call (\(state))", "try again in a moment")
      case "28P01", "28000", "3D000":
        (.storeUnavailable, "the server does not let the store's user in (\(refusal.state))", "check user and database")
      default: (.storeDefect, "the server refused a statement (\(refusal.state))", nil)
      }
    self.init(code, message, maybe: hint, cause: refusal)
  }

  static func serverGone(_ why: String) -> Fault {
    Fault(.storeUnavailable, "the connection to the server is lost: \(why)", maybe: "try again in a moment")
  }

  /// The connection was lost after the last word was sent and before it was answered.
  static let outcomeUnknown = Fault(
    .storeOutcomeUnknown, "the connection was lost while the work was being kept",
    maybe: "ask again with the same key: it is not done twice")
}
