// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Puts customers back one by one where they cost least, now and then overlooking a place.
///
/// Christiaens and Vanden Berghe (2020). A route of its own is a place like any other while vehicles are left.
struct BlinkInsertion {
  /// The chance that a place is overlooked.
  static let blink = 0.01

  /// The orders in which customers are put back, each as often as its weight.
  private static let weights = [4, 4, 2, 1, 2, 2, 2]

  /// `rank[order][customer]`: the customer with the smallest is put back first. The first order is by chance.
  private let rank: [Ints]
  /// Routes that customers were put into; may name one twice.
  private(set) var routes: [Int] = []

  init(_ problem: DenseRouting, in arena: Arena) {
    func ranks(_ key: (Int) -> Int) -> Ints { arena.ints((0..<problem.sites).map(key)) }
    self.rank = [
      ranks { _ in 0 },
      ranks { -problem.demand[$0] },
      ranks { -problem.distance[$0] },
      ranks { problem.distance[$0] },
      ranks { problem.due[$0] - problem.ready[$0] },
      ranks { problem.ready[$0] },
      ranks { -problem.due[$0] },
    ]
  }

  /// What no place could be found for stays out, and in `absent`.
  mutating func recreate(_ absent: inout [Int], in book: inout RouteBook, random: inout SeededGenerator) {
    self.routes.removeAll(keepingCapacity: true)
    self.order(&absent, &random)
    var left = 0
    for customer in absent {
      if let (route, place) = self.cheapest(for: customer, in: book, &random) {
        book.insert(customer, in: route, at: place)
        self.routes.append(route)
      } else {
        absent[left] = customer
        left += 1
      }
    }
    absent.removeSubrange(left...)
  }

  private func order(_ absent: inout [Int], _ random: inout SeededGenerator) {
    var pick = random.below(Self.weights.reduce(0, +))
    var order = 0
    while pick >= Self.weights[order] {
      pick -= Self.weights[order]
      order += 1
    }
    if order == 0 {
      for index in absent.indices.dropFirst().reversed() { absent.swapAt(index, random.below(index + 1)) }
    } else {
      let rank = self.rank[order]
      absent.sort { (rank[$0], $0) < (rank[$1], $1) }
    }
  }

  private func cheapest(
    for customer: Int,
    in book: RouteBook,
    _ random: inout SeededGenerator
  ) -> (route: Int, place: Int)? {
    let problem = book.problem
    let room = problem.capacity - problem.demand[customer]
    let (ready, due, service) = (problem.ready[customer], problem.due[customer], problem.service[customer])
    let far = problem.distance.part(from: customer * problem.sites, count: problem.sites)
    var best = Int.max
    var found: (route: Int, place: Int)?
    var isEmptySeen = false
    for route in 0..<problem.vehicles {
      let count = book.count[route]
      if count == 0 {
        if isEmptySeen { continue }
        isEmptySeen = true
      }
      guard book.load[route] <= room else { continue }
      let base = route * book.stride
      for position in base + 1...base + count + 1 {
        let there = far[book.stop[position - 1]]
        let arrival = book.leaves[position - 1] + there
        // Later places are reached later still.
        if arrival > due { break }
        let back = far[book.stop[position]]
        guard max(arrival, ready) + service + back <= book.latest[position] else { continue }
        let more = there + back - book.leg[position]
        if more < best, random.unit() >= Self.blink {
          best = more
          found = (route, position - base)
        }
      }
    }
    return found
  }
}
