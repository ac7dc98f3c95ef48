// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// One set of random prices of one piece, under which routes are asked for and counted.
struct PricingTrial {
  private let model: BoundModel
  private let index: Int
  private let piece: PieceNetwork
  /// By node: what its slot's row pays.
  private let paid: [Double]
  /// What a unit of work pays; never above 0.
  private let work: Double
  private let closed: [Bool]
  let threshold: Double
  private let limit: Int
  private let remembersAll: Bool

  init(_ index: Int, of model: BoundModel, near: Int, random: inout SeededGenerator) {
    let scale = DayPricing.scale
    self.model = model
    self.index = index
    let piece = model.pieces[index]
    self.piece = piece
    self.remembersAll = piece.nodes.count <= near
    let most = [30, 150, 900][random.below(3)]
    self.paid = piece.nodes.map { _ in
      random.below(6) == 0 ? -Double(random.below(50)) * scale : (random.unit() * Double(most) * scale).rounded()
    }
    self.work = random.below(2) == 0 ? 0 : -(random.unit() * 3 * scale).rounded()
    let isClosing = random.below(2) == 0
    self.closed = piece.nodes.map { _ in isClosing && random.below(6) == 0 }
    self.threshold = -Double([0, 0, 20, 200][random.below(4)]) * scale
    self.limit = 1 + random.below(10)
  }

  private var prices: DayPricing.Prices {
    let weights = self.model.problem.weights
    return DayPricing.Prices(
      worth: self.piece.nodes.indices.map { node in
        let entry = self.piece.nodes[node]
        return self.paid[node] + self.work * Double(entry.units) - Double(entry.points) * DayPricing.scale
      },
      travel: Double(weights.travel * self.model.unit) * DayPricing.scale - self.work,
      fixed: Double(weights.shift) * DayPricing.scale, closed: self.closed)
  }

  /// What a route costs less what its rows pay.
  private func cost(points: Int, units: Int, _ nodes: [Int32]) -> Double {
    let paid = nodes.reduce(0.0) { $0 + self.paid[Int($1)] }
    return Double(points) * DayPricing.scale - paid - self.work * Double(units)
  }

  private func cost(of nodes: [Int32]) -> Double {
    let route = self.model.route(nodes, on: self.index)
    return self.cost(points: route.points, units: route.work, nodes)
  }

  /// Infinite when there is no route.
  func least(of known: [[Int32]: EveryRoute.Route]) -> Double {
    var least = Double.infinity
    for (nodes, route) in known where !nodes.contains(where: { self.closed[Int($0)] }) {
      least = min(least, self.cost(points: route.points, units: route.minutes / self.model.unit, nodes))
    }
    return least
  }

  /// - Parameter isBold: the pricing passes over stops that are worth nothing; of routes that don't pay it then says nothing.
  func fault(
    in pricing: DayPricing, isBold: Bool, known: [[Int32]: EveryRoute.Route], least: Double
  ) -> String? {
    func isTooHigh(_ found: DayPricing.Found) -> Bool { (isBold ? min(0, found.lowest) : found.lowest) > least }
    let whole = self.ask(pricing, .exact)
    if isTooHigh(whole) { return "lowest \(whole.lowest) above the least \(least)" }
    if least < self.threshold {
      guard whole.isComplete else { return "given up without a reason" }
      if self.remembersAll {
        guard let first = whole.routes.first, whole.lowest == least, first.cost == least,
          self.cost(of: first.nodes) == least
        else { return "lowest \(whole.lowest), routes \(whole.routes), the least is \(least)" }
      }
    }
    if let wrong = self.fault(of: whole.routes, known) { return wrong }
    let quick = self.ask(pricing, .quick)
    if isTooHigh(quick) { return "quick: lowest \(quick.lowest) above \(least)" }
    if let wrong = self.fault(of: quick.routes, known) { return "quick: \(wrong)" }
    let cut = self.ask(pricing, .exact, mostLabels: 3)
    if isTooHigh(cut) { return "given up: lowest \(cut.lowest) above \(least)" }
    return self.fault(ofListIn: pricing, known, upTo: min(least, 0) + Double(self.limit * 20) * DayPricing.scale)
  }

  /// Holds the list of all routes up to a limit, of each set of nodes the cheapest, against the routes there are.
  private func fault(ofListIn pricing: DayPricing, _ known: [[Int32]: EveryRoute.Route], upTo limit: Double) -> String?
  {
    var due: [Set<Int32>: Double] = [:]
    for (nodes, route) in known where !nodes.contains(where: { self.closed[Int($0)] }) {
      let cost = self.cost(points: route.points, units: route.minutes / self.model.unit, nodes)
      if cost <= limit { due[Set(nodes)] = min(cost, due[Set(nodes)] ?? .infinity) }
    }
    guard let listed = pricing.everyRoute(on: self.piece, self.prices, upTo: limit, most: 1_000_000) else {
      return "the list was given up without a reason"
    }
    for (_, nodes) in listed {
      guard due.removeValue(forKey: Set(nodes)) == self.cost(of: nodes) else {
        return
          "\(nodes) is listed and costs \(self.cost(of: nodes)), which is not the least of its visits or above \(limit)"
      }
    }
    return due.first.map { "\($0.key) at \($0.value) is missing from the list up to \(limit)" }
  }

  private func ask(_ pricing: DayPricing, _ effort: DayPricing.Effort, mostLabels: Int = 1_000_000) -> DayPricing.Found
  {
    pricing.cheapest(
      on: self.piece, self.prices, below: self.threshold, limit: self.limit, effort: effort, mostLabels: mostLabels)
  }

  private func fault(
    of routes: [(cost: Double, nodes: [Int32])], _ known: [[Int32]: EveryRoute.Route]
  ) -> String? {
    if routes.count > self.limit { return "\(routes.count) routes where \(self.limit) were asked for" }
    if zip(routes, routes.dropFirst()).contains(where: { $0.cost > $1.cost }) { return "routes out of order" }
    for (cost, nodes) in routes {
      guard known[nodes] != nil else { return "there is no route \(nodes)" }
      if nodes.contains(where: { self.closed[Int($0)] }) { return "a closed node on \(nodes)" }
      // With starts that cost points a route may come with dearer ones than its best.
      let counted = self.cost(of: nodes)
      let isFree = !nodes.contains { self.piece.hasStartPoints[Int($0)] }
      if isFree ? cost != counted : cost < counted { return "\(nodes) is said to cost \(cost), and costs \(counted)" }
      if cost >= self.threshold { return "\(nodes) costs \(cost), and less than \(self.threshold) was asked for" }
    }
    return nil
  }
}
