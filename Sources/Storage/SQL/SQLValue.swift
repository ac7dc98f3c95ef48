// SPDX-License-Identifier: Apache-2.0

/// What a column can hold on every engine. Truth values are the integers 0 and 1; dates and instants are
/// ISO 8601 text, which sorts as time does.
public enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
}

/// One row of an answer, in the order of the statement's columns.
public struct SQLRow: Sendable, Hashable {
  public let values: [SQLValue]

  public init(_ values: [SQLValue]) { self.values = values }
}
