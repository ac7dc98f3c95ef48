// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A table that left the service. Only ever added: later releases are checked against it.
public struct ReleaseRecord: Sendable, Hashable {
  public let id: ReleaseID
  public var specification: String
  public var policy: String
  /// One entry a cell: the cell's name and the hash of the children behind it.
  public var childSets: [String]
  /// The table as it was published.
  public var table: String
  public var audience: String
  public var by: String
  public var at: Instant

  public init(
    id: ReleaseID,
    specification: String,
    policy: String,
    childSets: [String],
    table: String,
    audience: String,
    by: String,
    at: Instant
  ) {
    self.id = id
    self.specification = specification
    self.policy = policy
    self.childSets = childSets
    self.table = table
    self.audience = audience
    self.by = by
    self.at = at
  }
}

extension ReleaseRecord: TableRow {
  static let table = TableShape(
    "release_ledger",
    key: 1,
    [
      "id", "specification", "policy", "child_sets", "published_table", "audience", "made_by", "made_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      specification: try row.next(),
      policy: try row.next(),
      childSets: try row.next(),
      table: try row.next(),
      audience: try row.next(),
      by: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.specification.column, self.policy.column, self.childSets.column,
      self.table.column, self.audience.column, self.by.column, self.at.column,
    ]
  }
}
