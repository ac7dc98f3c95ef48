// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One week's rota to be made: who works when, what is asked for where, and what each wish weighs.
///
/// A value that exists is consistent: every id is unique, every reference is known, every window lies on a
/// day of the horizon and every number has its range. Times are minutes past midnight of a 0-based day;
/// durations, travel and costs are whole numbers.
public struct RotaProblem: Sendable, Hashable {
  public let name: String
  public let horizon: Horizon
  public let places: [Place]
  public let travel: TravelTable
  public let staff: [Staff]
  public let visits: [Visit]
  public let series: [Series]
  /// The rota that people already hold; the `changed` weights count against it. Empty when none.
  public let published: [RotaAnswer.Assignment]
  public let weights: Weights

  /// Positions of ids in the arrays above.
  public let placeIndex: [PlaceID: Int]
  public let staffIndex: [StaffID: Int]
  public let visitIndex: [VisitID: Int]
  public let seriesIndex: [SeriesID: Int]

  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` naming the first inconsistency and its path,
  ///   such as `visits[3].place`.
  public init(
    name: String,
    horizon: Horizon,
    places: [Place],
    travel: TravelTable,
    staff: [Staff],
    visits: [Visit],
    series: [Series] = [],
    published: [RotaAnswer.Assignment] = [],
    weights: Weights = Weights()
  ) throws {
    self.name = name
    self.horizon = horizon
    self.places = places
    self.travel = travel
    self.staff = staff
    self.visits = visits
    self.series = series
    self.published = published
    self.weights = weights
    self.placeIndex = try Self.index(places.map(\.id), of: "places")
    self.staffIndex = try Self.index(staff.map(\.id), of: "staff")
    self.visitIndex = try Self.index(visits.map(\.id), of: "visits")
    self.seriesIndex = try Self.index(series.map(\.id), of: "series")
    try self.checkConsistency()
  }

  /// Minutes from one place to another, by position.
  public func minutes(from: Int, to: Int) -> Int { self.travel[from, to] }

  private static func index<Tag>(_ ids: [ID<Tag>], of path: String) throws -> [ID<Tag>: Int] {
    var positions: [ID<Tag>: Int] = [:]
    for (position, id) in ids.enumerated() {
      guard !id.rawValue.isEmpty else {
        throw Fault(.rotaProblemInvalid, "the id is empty", at: "\(path)[\(position)].id")
      }
      guard positions.updateValue(position, forKey: id) == nil else {
        throw Fault(.rotaProblemInvalid, "the id '\(id)' stands twice", at: "\(path)[\(position)].id")
      }
    }
    return positions
  }
}

extension Fault.Code {
  public static let rotaProblemInvalid = Fault.Code("rota.problem-invalid", .badInput)
}
