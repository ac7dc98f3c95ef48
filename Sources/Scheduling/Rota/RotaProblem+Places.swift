// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaProblem {
  /// The days of the rota: `days` days from `start`, and the grid that starts stand on.
  public struct Horizon: Sendable, Hashable {
    public let start: CivilDate
    public let days: Int
    /// Every visit and break starts on a multiple of this many minutes past midnight.
    public let step: Int

    public init(start: CivilDate, days: Int, step: Int = 1) {
      self.start = start
      self.days = days
      self.step = step
    }
  }

  public struct Place: Sendable, Hashable {
    public let id: PlaceID
    public let name: String
    public let coordinate: Coordinate?
    /// How many visits may run here at once.
    public let rooms: Int

    public init(id: PlaceID, name: String, coordinate: Coordinate? = nil, rooms: Int = 1) {
      self.id = id
      self.name = name
      self.coordinate = coordinate
      self.rooms = rooms
    }
  }

  /// Whole minutes from every place to every other, row by row; not necessarily symmetric.
  public struct TravelTable: Sendable, Hashable {
    public let count: Int
    public let minutes: [Int32]

    /// Returns `nil` unless there are `count * count` entries, none negative.
    public init?(count: Int, minutes: [Int32]) {
      guard count >= 0, minutes.count == count * count, minutes.allSatisfy({ $0 >= 0 }) else { return nil }
      self.count = count
      self.minutes = minutes
    }

    public subscript(from: Int, to: Int) -> Int { Int(self.minutes[from * self.count + to]) }
  }
}
