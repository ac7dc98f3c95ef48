// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// Routing problems over made-up customers that can all be served.
enum MadeUpRouting {
  /// Customers in a square of 60 around the depot, windows from narrow to none; one vehicle each would serve them.
  static func problem(
    customers: Int,
    vehicles: Int? = nil,
    capacity: Int = 60,
    seed: UInt64
  ) throws -> RoutingProblem {
    var random = SeededGenerator(seed: seed)
    let depot = RoutingProblem.Site(x: 30, y: 30, demand: 0, ready: 0, due: 240, service: 0)
    let others = (0..<customers).map { _ in
      let ready = Double(random.below(120))
      let length = Double([15, 40, 90][random.below(3)])
      return RoutingProblem.Site(
        x: Double(random.below(61)), y: Double(random.below(61)), demand: 1 + random.below(20), ready: ready,
        due: max(ready + length, 45), service: 10)
    }
    return try RoutingProblem(
      name: "made-up-\(customers)-\(seed)", vehicles: vehicles ?? customers, capacity: capacity,
      sites: [depot] + others)
  }

  /// The distance of the shortest routes, by trying every order of every set of customers and then every way of
  /// parting the customers into such sets; `nil` when they can't be served. For at most eight customers.
  static func shortest(_ problem: RoutingProblem, _ convention: RoutingDistance) -> Double? {
    let sets = 1 << problem.customers
    var alone = [Double](repeating: .infinity, count: sets)
    func drive(_ set: Int, _ last: Int, _ time: Double, _ distance: Double, _ load: Int) {
      let here = problem.sites[last]
      let home = convention.between(here, problem.sites[0])
      if set > 0, time + home <= problem.sites[0].due { alone[set] = min(alone[set], distance + home) }
      for next in 1..<problem.sites.count where set & (1 << (next - 1)) == 0 {
        let site = problem.sites[next]
        let leg = convention.between(here, site)
        guard load + site.demand <= problem.capacity, time + leg <= site.due else { continue }
        drive(
          set | 1 << (next - 1), next, max(time + leg, site.ready) + site.service, distance + leg,
          load + site.demand)
      }
    }
    drive(0, 0, problem.sites[0].ready, 0, 0)
    // By vehicles used: the shortest routes that serve a set.
    var best = [Double](repeating: .infinity, count: sets)
    best[0] = 0
    for _ in 0..<problem.vehicles {
      var next = best
      for set in 1..<sets {
        var part = set
        while part > 0 {
          next[set] = min(next[set], best[set ^ part] + alone[part])
          part = (part - 1) & set
        }
      }
      best = next
    }
    return best[sets - 1].isFinite ? best[sets - 1] : nil
  }
}
