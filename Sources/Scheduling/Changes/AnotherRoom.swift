// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One more visit at once at a place, all week.
public struct AnotherRoom: ProblemChange {
  public let place: PlaceID

  public init(at place: PlaceID) { self.place = place }

  public var kind: ProblemChangeKind { .anotherRoom }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(place: self.place) }
  public var amount: Int { 1 }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    var places = problem.places
    let position = try RotaProblem.known(problem.placeIndex[self.place], "place", self.place.rawValue)
    let old = places[position]
    places[position] = RotaProblem.Place(
      id: old.id,
      name: old.name,
      coordinate: old.coordinate,
      rooms: old.rooms + 1
    )
    return try problem.replacing(places: places)
  }

  public func words(in problem: RotaProblem) -> String {
    let rooms = problem.placeIndex[self.place].map { problem.places[$0].rooms } ?? 1
    let which = rooms == 0 ? "a room" : rooms == 1 ? "a second room" : "one more room than its \(rooms)"
    return "\(which) at \(problem.name(of: self.place))"
  }
}
