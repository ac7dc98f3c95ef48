// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Travel times between all places of a rota, and for every pair where the time is from.
public struct TravelEstimate: Sendable, Hashable {
  /// A place with where it lies; a base is where people start and end, with no one to sign in with.
  public struct Place: Sendable, Hashable {
    public let id: PlaceID
    public let coordinate: Coordinate?
    public let isBase: Bool

    public init(id: PlaceID, coordinate: Coordinate?, isBase: Bool = false) {
      self.id = id
      self.coordinate = coordinate
      self.isBase = isBase
    }
  }

  public enum Source: Sendable, Hashable {
    case samePlace
    case matrix
    case formula
    /// One of the two has no coordinate and the matrix does not know the pair: the longest journey of the
    /// table is taken, so that nobody is planned to be late.
    case longest
  }

  /// Rows and columns in the order of `places`.
  public let table: RotaProblem.TravelTable
  public let places: [PlaceID]
  public let formula: TravelFormula
  private let sources: [Source]

  /// - Parameter step: times are rounded up to a multiple of it; the step of the horizon.
  public init(
    places: [Place],
    formula: TravelFormula = TravelFormula(),
    matrix: TravelMatrix = TravelMatrix(),
    step: Int
  ) {
    let count = places.count
    var hundredths = [Int](repeating: 0, count: count * count)
    var sources = [Source](repeating: .samePlace, count: count * count)
    for (row, from) in places.enumerated() {
      for (column, to) in places.enumerated() where row != column {
        let cell = row * count + column
        if let known = matrix.row(from: from.id, to: to.id) {
          (hundredths[cell], sources[cell]) = (known.minutes * 100, .matrix)
        } else if let here = from.coordinate, let there = to.coordinate {
          hundredths[cell] = formula.drivingHundredths(straightMetres: here.metres(to: there))
          sources[cell] = .formula
        } else {
          sources[cell] = .longest
        }
      }
    }
    let longest = hundredths.max() ?? 0
    let minutes = hundredths.enumerated().map { cell, driving -> Int32 in
      if sources[cell] == .samePlace { return 0 }
      let driving = sources[cell] == .longest ? longest : driving
      return Int32(
        formula.minutes(drivingHundredths: driving, endsAtVisit: !places[cell % count].isBase, step: step)
      )
    }
    guard let table = RotaProblem.TravelTable(count: count, minutes: minutes) else {
      preconditionFailure("\(minutes.count) times for \(count) places, or one below 0")
    }
    self.table = table
    self.places = places.map(\.id)
    self.formula = formula
    self.sources = sources
  }

  public func source(from: Int, to: Int) -> Source { self.sources[from * self.places.count + to] }

  /// How many journeys, each way counted, have their time from a source.
  public func count(from source: Source) -> Int { self.sources.count { $0 == source } }

  /// The places that only ``Source/longest`` could answer for, in their order.
  public var unlocated: [PlaceID] {
    let count = self.places.count
    return self.places.indices.filter { place in
      let others = (0..<count).filter { $0 != place }
      return !others.isEmpty && others.allSatisfy { self.source(from: place, to: $0) == .longest }
    }.map { self.places[$0] }
  }

  public var statement: TravelStatement { TravelStatement(self) }
}
