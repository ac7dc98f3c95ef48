// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Takes strings of neighbouring stops out of routes that pass near one customer.
///
/// J. Christiaens, G. Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems",
/// Transportation Science 54 (2020), with the constants given there.
struct StringRemoval {
  /// How many customers a ruin takes out on average, and the longest string.
  static let average = 10.0
  static let longest = 10.0
  /// How often a string keeps a part in its middle, and how often that part does not grow.
  static let splits = 0.5
  static let staysSmall = 0.01

  /// Routes that the last ruin changed.
  private(set) var routes: [Int] = []
  private var isRuined: [Bool]

  init(vehicles: Int) { self.isRuined = [Bool](repeating: false, count: vehicles) }

  /// - Returns: the customers taken out.
  mutating func ruin(_ book: inout RouteBook, random: inout SeededGenerator) -> [Int] {
    let problem = book.problem
    let customers = problem.sites - 1
    for route in self.routes { self.isRuined[route] = false }
    self.routes.removeAll(keepingCapacity: true)
    var absent: [Int] = []
    absent.reserveCapacity(32)
    let used = (0..<problem.vehicles).count { book.count[$0] > 0 }
    let meanLength = Double(customers - book.unserved) / Double(max(1, used))
    let longest = min(Self.longest, meanLength)
    let most = 4 * Self.average / (1 + longest) - 1
    let strings = Int(1 + random.unit() * most)
    let seed = 1 + random.below(customers)
    for k in 0..<customers {
      guard self.routes.count < strings else { break }
      let customer = problem.near[seed * customers + k]
      let route = book.routeOf[customer]
      guard route >= 0, !self.isRuined[route] else { continue }
      let length = Int(1 + random.unit() * min(longest, Double(book.count[route])))
      self.cut(min(length, book.count[route]), around: customer, of: route, in: &book, &absent, &random)
      self.isRuined[route] = true
      self.routes.append(route)
    }
    return absent
  }

  private func cut(
    _ length: Int,
    around customer: Int,
    of route: Int,
    in book: inout RouteBook,
    _ absent: inout [Int],
    _ random: inout SeededGenerator
  ) {
    let count = book.count[route]
    var kept = 0
    if length > 1, length < count, random.unit() < Self.splits {
      kept = 1
      while length + kept < count, random.unit() > Self.staysSmall { kept += 1 }
    }
    let span = length + kept
    let place = book.placeOf[customer]
    let low = max(1, place - span + 1)
    let high = min(place, count - span + 1)
    let first = low + random.below(high - low + 1)
    let skipped = kept == 0 ? 0 : 1 + random.below(length - 1)
    book.remove(span, from: first, of: route, skipping: kept, after: skipped, into: &absent)
  }
}
