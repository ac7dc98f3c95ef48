// SPDX-License-Identifier: Apache-2.0

/// How unevenly work is spread: for every role with two or more people who have shifts, the largest load minus
/// the smallest.
///
/// A load is a person's visit minutes of the week per hundred minutes of shift, rounded down.
public struct BalanceCost: RotaCostTerm {
  public static let name = RotaCost.Term.balance

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    rota.problem.weights.balance * Self.spread(rota.problem, visitMinutes: rota.visitMinutes)
  }

  /// - Parameter visitMinutes: Visit minutes of the week, one entry a person.
  static func spread(_ problem: RotaProblem, visitMinutes: [Int]) -> Int {
    var loads: [String: (smallest: Int, largest: Int)] = [:]
    for (person, minutes) in zip(problem.staff, visitMinutes) {
      let shift = person.shifts.reduce(0) { $0 + $1.end - $1.start }
      guard shift > 0 else { continue }
      let load = 100 * minutes / shift
      let known = loads[person.role] ?? (load, load)
      loads[person.role] = (min(known.smallest, load), max(known.largest, load))
    }
    return loads.values.reduce(0) { $0 + $1.largest - $1.smallest }
  }
}
