// SPDX-License-Identifier: Apache-2.0

/// What a visit's pin gives is kept: the list of people in its order, the day, the start.
public struct PinRule: RotaRule {
  public static let code = RotaRuleCode.pin

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.placements.compactMap { placement -> Breach? in
      let visit = rota.problem.visits[placement.visit]
      guard let pin = visit.pin else { return nil }
      var moved: [String] = []
      if let staff = pin.staff, staff != placement.staff.map({ rota.problem.staff[$0].id }) {
        moved.append("people")
      }
      if let day = pin.day, day != placement.day { moved.append("day") }
      if let start = pin.start, start != placement.start { moved.append("start") }
      guard !moved.isEmpty else { return nil }
      let what = moved.joined(separator: ", ")
      return Breach(.pin, visit: visit.id, "visit \(visit.id) is pinned and has another: \(what)")
    }
  }
}
