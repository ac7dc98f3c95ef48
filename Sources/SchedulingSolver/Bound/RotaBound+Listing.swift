// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension RotaBound {
  /// Lists all routes of the current branch that can matter, where the gap leaves few enough of them, and lays the branch open again:
  /// from then on its pieces, and those of its parts, are asked by going through the list.
  ///
  /// - Returns: `false` when they are too many, or listed already.
  func list(goesOn: () -> Bool) -> Bool {
    guard self.listed == nil, let incumbent = self.incumbent, let asked = self.bestPrices, var current = self.current
    else { return false }
    let distance = Double(incumbent) - current.bound
    guard distance < min(0.8 * self.triedGap, self.widestGap * Double(incumbent)) else { return false }
    let pieces = self.model.pieces.indices
    let prices = pieces.map { self.prices(of: $0, under: asked) }
    var bound = self.fixedPart(asked)
    var lowest: [Double] = []
    for index in pieces {
      guard goesOn() else { return false }
      let found = self.pricing.cheapest(
        on: self.model.pieces[index], prices[index], below: 0, limit: 1, effort: .exact, mostLabels: Self.mostLabels)
      lowest.append(min(0, found.lowest))
      bound += min(0, found.lowest)
    }
    let gap = Double(incumbent - self.model.costStep) * DayPricing.scale - bound
    var columns: [Column] = []
    for index in pieces {
      guard goesOn() else { return false }
      guard let found = self.routes(of: index, prices[index], upTo: lowest[index] + gap),
        columns.count + found.count <= Self.mostRoutes
      else {
        self.triedGap = distance
        return false
      }
      columns += found
    }
    current.listed = ListedRoutes(columns, pieces: pieces.count) { self.terms(of: $0) }
    self.open.append(current)
    self.current = nil
    return true
  }

  private func routes(of index: Int, _ prices: DayPricing.Prices, upTo limit: Double) -> [Column]? {
    let piece = self.model.pieces[index]
    // Of two orders of the same visits the cheaper one must not take longer.
    guard
      self.model.rows.workTerms[index].isEmpty || (prices.travel > 0 && !piece.hasStartPoints.contains(true))
    else { return nil }
    return self.pricing.everyRoute(on: piece, prices, upTo: limit, most: Self.mostLabels)?.map {
      Column(piece: index, route: self.model.route($0.nodes, on: index))
    }
  }

  private static let mostLabels = 400_000
  private static let mostRoutes = 300_000

  /// As ``price(_:pieces:goesOn:)``, over the routes listed.
  func price(_ prices: [Double], among listed: ListedRoutes) -> Outcome {
    var sum = self.fixedPart(prices)
    var routes: [(cost: Double, route: Int)] = []
    var chosen: [(piece: Int, nodes: [Int32])] = []
    for index in self.model.pieces.indices {
      let row = prices[self.model.slots + index]
      var lowest = 0.0
      routes.removeAll(keepingCapacity: true)
      listed.each(of: index, under: prices) { cost, route in
        lowest = min(lowest, cost + row)
        if cost < -Self.tolerance { routes.append((cost, route)) }
      }
      sum += lowest
      routes.sort { ($0.cost, $0.route) < ($1.cost, $1.route) }
      for entry in routes.prefix(Self.routesAPiece) { chosen.append((index, listed.columns[entry.route].route.nodes)) }
    }
    return Outcome(bound: sum / DayPricing.scale, isComplete: true, routes: chosen)
  }
}
