// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// No more visits run at a place at once than it has rooms. A visit that ends in the minute in which another
/// starts has left its room.
public struct RoomsRule: RotaRule {
  public static let code = RotaRuleCode.rooms

  public init() {}

  /// One breach for every place and day, in that order.
  public func broken(in rota: PlacedRota) -> [Breach] {
    var visits: [PlaceDay: [PlacedRota.Placement]] = [:]
    for placement in rota.placements {
      guard let place = rota.problem.placeIndex[rota.problem.visits[placement.visit].place] else { continue }
      visits[PlaceDay(place: place, day: placement.day), default: []].append(placement)
    }
    return visits.keys.sorted { ($0.place, $0.day) < ($1.place, $1.day) }.compactMap { key in
      let place = rota.problem.places[key.place]
      guard let minute = Self.overfull(visits[key] ?? [], rooms: place.rooms) else { return nil }
      let (name, when) = (rota.problem.placeName(key.place), rota.problem.dayName(key.day))
      let what = "more visits at once than its \(counted(place.rooms, "room"))"
      let at = RotaProblem.clock(minute)
      return Breach(.rooms, day: key.day, place: place.id, "\(name) has \(what) on \(when) at \(at)")
    }
  }

  /// The first minute at which more than `rooms` of the visits run; `nil` when there is none.
  static func overfull(_ visits: [PlacedRota.Placement], rooms: Int) -> Int? {
    let changes = visits.flatMap { [($0.start, 1), ($0.end, -1)] }.sorted { $0 < $1 }
    var inside = 0
    for (minute, change) in changes {
      inside += change
      if inside > rooms { return minute }
    }
    return nil
  }

  private struct PlaceDay: Hashable {
    let place: Int
    let day: Int
  }
}
