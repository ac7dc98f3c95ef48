// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// A routing problem as tables of whole numbers, for the search alone.
///
/// One unit of the instance is ``scale`` here, a power of ten as fine as 32 bits allow. Distances and earliest times
/// are rounded up, due dates down, so routes in time here are in time in double precision.
struct DenseRouting {
  let sites: Int
  let vehicles: Int
  let capacity: Int
  let scale: Int
  /// `distance[a * sites + b]`; the same both ways.
  let distance: Ints
  let demand: Ints
  let ready: Ints
  let due: Ints
  let service: Ints
  /// For every site but the depot, the other customers by distance: `near[a * (sites - 1) + k]`, itself first.
  let near: Ints

  init(_ problem: RoutingProblem, _ convention: RoutingDistance, in arena: Arena) {
    let count = problem.sites.count
    let largest = problem.sites.reduce(1.0) {
      max($0, $1.due + $1.service, 4 * $1.x.magnitude, 4 * $1.y.magnitude, $1.ready)
    }
    var scale = 10
    while scale < 1_000_000, largest * Double(scale) * 10 < 1e9 { scale *= 10 }
    self.sites = count
    self.vehicles = min(problem.vehicles, max(1, problem.customers))
    self.capacity = problem.capacity
    self.scale = scale
    func up(_ value: Double) -> Int { Int((value * Double(scale) - 2e-7).rounded(.up)) }
    func down(_ value: Double) -> Int { Int((value * Double(scale) + 2e-7).rounded(.down)) }
    self.distance = arena.ints(count * count)
    for a in 0..<count {
      for b in 0..<count { self.distance[a * count + b] = up(convention.between(problem.sites[a], problem.sites[b])) }
    }
    self.demand = arena.ints(problem.sites.map(\.demand))
    self.ready = arena.ints(problem.sites.map { up($0.ready) })
    self.due = arena.ints(problem.sites.map { down($0.due) })
    self.service = arena.ints(problem.sites.enumerated().map { $0 == 0 ? 0 : up($1.service) })
    let customers = count - 1
    self.near = arena.ints(count * max(1, customers))
    for a in 1..<max(1, count) {
      let row = self.distance
      let order = (1..<count).sorted {
        ($0 == a ? -1 : row[a * count + $0], $0) < ($1 == a ? -1 : row[a * count + $1], $1)
      }
      for (k, b) in order.enumerated() { self.near[a * customers + k] = b }
    }
  }
}
