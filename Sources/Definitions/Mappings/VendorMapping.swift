// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// How a vendor's file of results is read: a saved `elsec-mapping/1`.
///
///     format: elsec-mapping/1
///     screener: elsec.open-demo
///     columns:
///       child_ref: "Pupil UPN or ref"
///       test_date: {column: "Date", format: "DD/MM/YYYY"}
///       SS: "Standard Score"
///     values:
///       SS: {Red: R, Amber: A, Green: G}
///     constants: {edition: "2026.1"}
///     ignore: ["Forename", "Surname"]
public struct VendorMapping: Sendable, Hashable {
  public static let format = "elsec-mapping/1"
  /// The forms of date that can be named.
  public static let dateFormats = ["YYYY-MM-DD", "DD/MM/YYYY"]

  public struct Column: Sendable, Hashable {
    /// The vendor's name of the column.
    public let name: String
    /// One of ``VendorMapping/dateFormats``; `nil`: the text as it stands.
    public let dateFormat: String?
  }

  /// `id` or `id@version`.
  public let screener: String
  /// By our column: `child_ref`, `test_date`, an item code.
  public let columns: [String: Column]
  /// By our column: the vendor's codes, each with ours.
  public let values: [String: [String: String]]
  /// By our column, the same in every row.
  public let constants: [String: String]
  /// Vendor's columns that nothing is read from.
  public let ignore: [String]

  /// - Throws: the first finding, with `file:line:column`; when there are more, its message says how many.
  public init(at path: String) throws { self = try Self.read(DefinitionFile(path)) }

  /// The same of bytes that are at hand; `name` stands in places.
  public init(_ bytes: [UInt8], named name: String) throws {
    self = try Self.read(DefinitionFile(name, bytes: bytes))
  }

  init(
    screener: String, columns: [String: Column], values: [String: [String: String]],
    constants: [String: String], ignore: [String]
  ) {
    self.screener = screener
    self.columns = columns
    self.values = values
    self.constants = constants
    self.ignore = ignore
  }
}
