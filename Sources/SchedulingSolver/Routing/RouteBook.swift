// SPDX-License-Identifier: Apache-2.0

/// Routes under search: where every customer stands, when each stop can be left at the earliest and has to begin at
/// the latest, so that whether a customer fits between two stops is told from the two alone.
///
/// Route `r` stands at `r * stride ..< r * stride + count[r] + 2`, the depot at both ends. An unused route holds the
/// depot twice.
struct RouteBook {
  let problem: DenseRouting
  let stride: Int
  let count: Ints
  let load: Ints
  /// By position: the site, the earliest time of leaving it, the latest time of beginning service there, and the
  /// distance from the stop before.
  let stop: Ints
  let leaves: Ints
  let latest: Ints
  let leg: Ints
  /// By customer; -1 = not served.
  let routeOf: Ints
  let placeOf: Ints
  /// Routes with a customer stand first in ``order``; the first ``used`` of it.
  private(set) var distance = 0
  private(set) var unserved: Int

  init(_ problem: DenseRouting, in arena: Arena) {
    self.problem = problem
    self.stride = problem.sites + 1
    let positions = problem.vehicles * self.stride
    self.count = arena.ints(problem.vehicles)
    self.load = arena.ints(problem.vehicles)
    self.stop = arena.ints(positions)
    self.leaves = arena.ints(positions)
    self.latest = arena.ints(positions)
    self.leg = arena.ints(positions)
    self.routeOf = arena.ints(problem.sites, repeating: -1)
    self.placeOf = arena.ints(problem.sites, repeating: -1)
    self.unserved = problem.sites - 1
    for route in 0..<problem.vehicles { self.refresh(route) }
  }

  /// Puts a customer who is not served in front of position `place` of a route.
  mutating func insert(_ customer: Int, in route: Int, at place: Int) {
    let base = route * self.stride
    var position = base + self.count[route] + 1
    while position >= base + place {
      self.stop[position + 1] = self.stop[position]
      position -= 1
    }
    self.stop[base + place] = customer
    self.count[route] += 1
    self.load[route] += self.problem.demand[customer]
    self.routeOf[customer] = route
    self.unserved -= 1
    self.refresh(route)
  }

  /// Takes out the stops at positions `first ..< first + taken`, but leaves `kept` of them standing from
  /// `first + skipped` on; what was taken is added to `absent`.
  mutating func remove(
    _ taken: Int,
    from first: Int,
    of route: Int,
    skipping kept: Int,
    after skipped: Int,
    into absent: inout [Int]
  ) {
    let base = route * self.stride
    let end = base + self.count[route] + 1
    var write = base + first
    for position in (base + first)...end {
      let offset = position - base - first
      let customer = self.stop[position]
      if offset < taken, !(skipped..<skipped + kept).contains(offset) {
        absent.append(customer)
        self.routeOf[customer] = -1
        self.load[route] -= self.problem.demand[customer]
        self.count[route] -= 1
        self.unserved += 1
      } else {
        self.stop[write] = customer
        write += 1
      }
    }
    self.refresh(route)
  }

  /// Works out times, legs and places of a route anew from its stops.
  private mutating func refresh(_ route: Int) {
    let problem = self.problem
    let base = route * self.stride
    let last = base + self.count[route] + 1
    var (before, travelled) = (0, 0)
    var free = problem.ready[0]
    self.leaves[base] = free
    self.distance -= self.leg[base]
    for position in base + 1...last {
      let site = self.stop[position]
      let leg = problem.distance[before * problem.sites + site]
      self.leg[position] = leg
      travelled += leg
      free = max(free + leg, problem.ready[site]) + problem.service[site]
      self.leaves[position] = free
      if site > 0 { self.placeOf[site] = position - base }
      before = site
    }
    self.leg[base] = travelled
    self.distance += travelled
    var late = problem.due[0]
    self.latest[last] = late
    var position = last - 1
    while position > base {
      let site = self.stop[position]
      late = min(problem.due[site], late - self.leg[position + 1] - problem.service[site])
      self.latest[position] = late
      position -= 1
    }
    self.latest[base] = late
  }

  /// Makes a route what it is in another book of the same problem.
  mutating func copy(_ route: Int, from other: RouteBook) {
    let base = route * self.stride
    for position in base..<base + self.count[route] + 2 where self.stop[position] > 0 {
      let customer = self.stop[position]
      if self.routeOf[customer] == route { self.routeOf[customer] = -1 }
    }
    let count = other.count[route]
    self.unserved += self.count[route] - count
    self.distance += other.leg[base] - self.leg[base]
    self.count[route] = count
    self.load[route] = other.load[route]
    for (mine, theirs) in [
      (self.stop, other.stop), (self.leaves, other.leaves), (self.latest, other.latest), (self.leg, other.leg),
    ] {
      (mine.base + base).update(from: theirs.base + base, count: count + 2)
    }
    for place in 1..<count + 1 {
      let customer = self.stop[base + place]
      self.routeOf[customer] = route
      self.placeOf[customer] = place
    }
  }

  /// Customer numbers in the order of service, unused routes left out.
  var routes: [[Int]] {
    (0..<self.problem.vehicles).compactMap { route in
      let base = route * self.stride
      let stops = (1..<self.count[route] + 1).map { self.stop[base + $0] }
      return stops.isEmpty ? nil : stops
    }
  }
}
