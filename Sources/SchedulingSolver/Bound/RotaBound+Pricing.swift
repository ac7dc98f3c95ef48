// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension RotaBound {
  /// What asking every piece once came to.
  struct Outcome {
    var bound: Double
    var isComplete: Bool
    var routes: [(piece: Int, nodes: [Int32])]
  }

  /// The prices with those set to 0 that a row without a lower limit can't have above it, or without an upper one below.
  func legal(_ prices: [Double]) -> [Double] {
    var prices = prices
    for row in prices.indices {
      if prices[row] > 0 && self.lowerNow[row] <= -LinearProgram.free { prices[row] = 0 }
      if prices[row] < 0 && self.upperNow[row] >= LinearProgram.free { prices[row] = 0 }
    }
    return prices
  }

  /// What the bound is under some prices, apart from the pieces; in ``DayPricing/scale``ths of a point.
  func fixedPart(_ prices: [Double]) -> Double {
    let model = self.model
    let slots = model.slots
    var sum = 0.0
    for row in prices.indices where row < slots || row >= slots + model.pieces.count {
      let price = prices[row]
      if price > 0 { sum += price * self.lowerNow[row] } else if price < 0 { sum += price * self.upperNow[row] }
    }
    for (index, loose) in model.rows.loose.enumerated() {
      var cost = Double(loose.cost) * DayPricing.scale
      for term in loose.terms { cost -= prices[term.row] * Double(term.value) }
      sum += min(cost * self.looseNow[index].lower, cost * self.looseNow[index].upper)
    }
    for slot in 0..<slots { sum += min(0, self.helpPoints * DayPricing.scale - prices[slot]) }
    return sum
  }

  /// Asks `pieces` for routes; the bound is one only where they are all. `nil` when `goesOn` said no.
  func price(_ prices: [Double], pieces: some Sequence<Int>, goesOn: () -> Bool) -> Outcome? {
    if let listed = self.listed { return self.price(prices, among: listed) }
    let model = self.model
    let slots = model.slots
    var sum = self.fixedPart(prices)
    var outcome = Outcome(bound: 0, isComplete: true, routes: [])
    for index in pieces {
      let piece = model.pieces[index]
      guard goesOn() else { return nil }
      let found = self.pricing.cheapest(
        on: piece, self.prices(of: index, under: prices), below: min(0, prices[slots + index]) - Self.tolerance,
        limit: Self.routesAPiece, effort: self.effort, mostLabels: self.mostLabels)
      sum += min(0, found.lowest)
      outcome.isComplete = outcome.isComplete && found.isComplete
      for route in found.routes { outcome.routes.append((index, route.nodes)) }
    }
    outcome.bound = sum / DayPricing.scale
    return outcome
  }

  /// Asks a share of the pieces alone, so that the prices move sooner; it proves nothing.
  func askShare(_ prices: [Double], goesOn: () -> Bool) {
    let pieces = self.model.pieces.indices.filter { $0 % Self.shares == self.sharesLeft % Self.shares }
    self.sharesLeft -= 1
    guard let outcome = self.price(prices, pieces: pieces, goesOn: goesOn) else { return }
    self.add(outcome.routes)
  }

  static let tolerance = 0.001 * DayPricing.scale
  static let routesAPiece = 10

  func prices(of index: Int, under prices: [Double]) -> DayPricing.Prices {
    let piece = self.model.pieces[index]
    let rows = self.model.rows
    var work = 0.0
    for term in rows.workTerms[index] { work += prices[term.row] * Double(term.value) }
    let worth = piece.nodes.indices.map { node -> Double in
      let entry = piece.nodes[node]
      var worth = prices[entry.slot] + work * Double(entry.units) - Double(entry.points) * DayPricing.scale
      for term in rows.nodeTerms[index][node] { worth += prices[term.row] * Double(term.value) }
      return worth
    }
    let weights = self.model.problem.weights
    return DayPricing.Prices(
      worth: worth, travel: Double(weights.travel * self.model.unit) * DayPricing.scale - work,
      fixed: Double(weights.shift) * DayPricing.scale, closed: self.closed[index])
  }

  /// Keeps the bound, and the prices where no others of this branch gave a better one.
  func take(_ outcome: Outcome, _ asked: [Double]) -> Bool {
    guard var current = self.current, outcome.bound > self.bestOutcome + 1e-9 || self.bestPrices == nil else {
      return false
    }
    self.bestOutcome = outcome.bound
    self.bestPrices = asked
    current.bound = max(current.bound, outcome.bound)
    self.current = current
    if current.decisions.isEmpty { self.rootPrices = asked }
    return true
  }
}
