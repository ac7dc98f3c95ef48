// SPDX-License-Identifier: Apache-2.0

/// Judges routes from the problem and the answer alone, in double precision.
public enum RoutingReferee {
  /// How much later than due, in the unit of the instance, is still in time: what sums of doubles can be off by.
  public static let tolerance = 1e-6

  /// The answer may be wrong in any way; it is never refused, only judged.
  public static func check(_ answer: RoutingAnswer, of problem: RoutingProblem) -> RoutingVerdict {
    var broken: [String] = []
    var distance = 0.0
    var visits = [Int](repeating: 0, count: problem.sites.count)
    if answer.routes.count > problem.vehicles {
      broken.append("\(answer.routes.count) routes are driven by \(problem.vehicles) vehicles")
    }
    for (number, route) in answer.routes.enumerated() {
      let known = route.filter { (1...max(1, problem.customers)).contains($0) && $0 < problem.sites.count }
      for stranger in route where !known.contains(stranger) {
        broken.append("route \(number + 1): there is no customer \(stranger)")
      }
      for customer in known { visits[customer] += 1 }
      let load = known.reduce(0) { $0 + problem.sites[$1].demand }
      if load > problem.capacity {
        broken.append("route \(number + 1): a load of \(load) is over the capacity of \(problem.capacity)")
      }
      let driven = self.drive(known, number: number, answer.convention, problem)
      distance += driven.distance
      broken += driven.broken
    }
    for customer in problem.sites.indices.dropFirst() where visits[customer] != 1 {
      broken.append("customer \(customer) is served \(visits[customer]) times")
    }
    return RoutingVerdict(broken: broken, distance: distance, claimed: answer.distance)
  }

  private static func drive(
    _ route: [Int],
    number: Int,
    _ convention: RoutingDistance,
    _ problem: RoutingProblem
  ) -> (distance: Double, broken: [String]) {
    guard !route.isEmpty else { return (0, []) }
    var broken: [String] = []
    var (here, time, distance) = (problem.sites[0], problem.sites[0].ready, 0.0)
    for customer in route + [0] {
      let next = problem.sites[customer]
      let leg = convention.between(here, next)
      distance += leg
      time += leg
      if time > next.due + self.tolerance {
        let late = "at \(time), \(time - next.due) late"
        broken.append(
          customer == 0
            ? "route \(number + 1): the depot is reached \(late)"
            : "route \(number + 1): customer \(customer) is reached \(late)")
      }
      time = max(time, next.ready) + (customer == 0 ? 0 : next.service)
      here = next
    }
    return (distance, broken)
  }
}

/// What ``RoutingReferee`` found.
public struct RoutingVerdict: Sendable, Equatable {
  /// A sentence for every rule broken; none when the routes can be driven.
  public let broken: [String]
  /// Of all routes, under the answer's convention.
  public let distance: Double
  /// What the answer said.
  public let claimed: Double?

  public var isFeasible: Bool { self.broken.isEmpty }

  /// Whether the claim is within a millionth of the distance found, or none was made.
  public var isClaimTrue: Bool {
    self.claimed.map { ($0 - self.distance).magnitude <= 1e-6 * max(1, self.distance) } ?? true
  }
}
