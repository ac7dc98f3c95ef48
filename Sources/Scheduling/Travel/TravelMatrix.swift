// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Driving times that someone measured or computed on roads; they stand in place of the formula.
public struct TravelMatrix: Sendable, Hashable {
  /// One line of an imported file.
  public struct Row: Sendable, Hashable {
    public let origin: PlaceID
    public let destination: PlaceID
    /// Driving alone: parking and signing in are added by the formula's own number.
    public let minutes: Int
    public let metres: Int?
    /// Who says so: `valhalla 3.2`, `recorded by the team`.
    public let source: String
    public let date: CivilDate?

    public init(
      origin: PlaceID,
      destination: PlaceID,
      minutes: Int,
      metres: Int? = nil,
      source: String = "",
      date: CivilDate? = nil
    ) {
      self.origin = origin
      self.destination = destination
      self.minutes = minutes
      self.metres = metres
      self.source = source
      self.date = date
    }
  }

  struct Pair: Hashable {
    let origin: PlaceID
    let destination: PlaceID
  }

  let rows: [Pair: Row]

  public var count: Int { self.rows.count }

  public init() { self.rows = [:] }

  /// Where a pair stands twice, the later date counts; a row without a date is older than all others.
  ///
  /// - Throws: ``Vocabulary/Fault`` `travel.matrix-invalid` with the position of the row for a time below 0
  ///   or over 600 minutes, and for two rows of one pair and date that differ.
  public init(_ rows: [Row]) throws {
    var kept: [Pair: Row] = [:]
    for (index, row) in rows.enumerated() {
      guard (0...600).contains(row.minutes) else {
        throw Fault(
          .travelMatrixInvalid,
          "a journey takes \(row.minutes) minutes",
          at: "rows[\(index)].minutes",
          maybe: "0 to 600 whole minutes; is the column in seconds?"
        )
      }
      let pair = Pair(origin: row.origin, destination: row.destination)
      if let other = kept[pair] {
        if other.date == row.date, other.minutes != row.minutes {
          throw Fault(
            .travelMatrixInvalid,
            "the journey from \(row.origin) to \(row.destination) stands twice, "
              + "with \(other.minutes) and \(row.minutes) minutes",
            at: "rows[\(index)]",
            maybe: "keep one of the two, or date them"
          )
        }
        guard Self.isLater(row.date, than: other.date) else { continue }
      }
      kept[pair] = row
    }
    self.rows = kept
  }

  /// The row for a journey, or that for the way back when only that is known.
  public func row(from origin: PlaceID, to destination: PlaceID) -> Row? {
    self.rows[Pair(origin: origin, destination: destination)]
      ?? self.rows[Pair(origin: destination, destination: origin)]
  }

  private static func isLater(_ date: CivilDate?, than other: CivilDate?) -> Bool {
    guard let date else { return false }
    return other.map { date > $0 } ?? true
  }
}

extension Fault.Code {
  public static let travelMatrixInvalid = Fault.Code("travel.matrix-invalid", .badInput)
}
