// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A definition that scored something that is kept. Only ever added.
public struct DefinitionRecord: Sendable, Hashable {
  /// SHA-256 of the definition file; what a screening names.
  public let hash: Digest
  public var screener: String
  public var version: String
  /// SHA-256 of the licence holder's local content; the content itself is never kept. `nil` where none was used.
  public var localSHA256: Digest?
  public var localEdition: String?
  public var at: Instant

  public init(
    hash: Digest,
    screener: String,
    version: String,
    localSHA256: Digest? = nil,
    localEdition: String? = nil,
    at: Instant
  ) {
    self.hash = hash
    self.screener = screener
    self.version = version
    self.localSHA256 = localSHA256
    self.localEdition = localEdition
    self.at = at
  }
}

extension DefinitionRecord: TableRow {
  static let table = TableShape(
    "kept_definition",
    key: 1,
    ["hash", "screener", "version", "local_sha256", "local_edition", "made_at"]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      hash: try row.next(),
      screener: try row.next(),
      version: try row.next(),
      localSHA256: try row.next(),
      localEdition: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.hash.column, self.screener.column, self.version.column, self.localSHA256.column,
      self.localEdition.column, self.at.column,
    ]
  }
}
