// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Whole minutes from one place to another.
public struct TravelMinutesRecord: Sendable, Hashable {
  /// A setting's id or the name of a base.
  public let origin: String
  public let destination: String
  public var minutes: Int
  public var source: String
  public var asAt: CivilDate?

  public init(
    origin: String,
    destination: String,
    minutes: Int,
    source: String = "",
    asAt: CivilDate? = nil
  ) {
    self.origin = origin
    self.destination = destination
    self.minutes = minutes
    self.source = source
    self.asAt = asAt
  }
}

extension TravelMinutesRecord: TableRow {
  static let table = TableShape(
    "travel_minutes",
    key: 2,
    [
      "origin", "destination", "minutes", "source", "as_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      origin: try row.next(),
      destination: try row.next(),
      minutes: try row.next(),
      source: try row.next(),
      asAt: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.origin.column, self.destination.column, self.minutes.column, self.source.column, self.asAt.column,
    ]
  }
}
