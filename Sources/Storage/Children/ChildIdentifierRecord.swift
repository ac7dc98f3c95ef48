// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What another system calls a child, and what it may be used for.
public struct ChildIdentifierRecord: Sendable, Hashable {
  public let child: ChildID
  public let scheme: IdentifierScheme
  /// In the scheme's normal form.
  public var value: String
  /// What this identifier may be used for: `matching`, `census`.
  public var purpose: String

  public init(
    child: ChildID,
    scheme: IdentifierScheme,
    value: String,
    purpose: String
  ) {
    self.child = child
    self.scheme = scheme
    self.value = value
    self.purpose = purpose
  }
}

extension ChildIdentifierRecord: TableRow {
  static let table = TableShape(
    "child_identifier",
    key: 2,
    [
      "child", "scheme", "identifier", "purpose",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      child: try row.next(),
      scheme: try row.next(),
      value: try row.next(),
      purpose: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.child.column, self.scheme.column, self.value.column, self.purpose.column,
    ]
  }
}
