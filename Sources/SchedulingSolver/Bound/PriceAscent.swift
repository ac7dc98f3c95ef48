// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// Prices of a problem's rows moved by the subgradient, a few pieces at a time, before the linear program is asked for them.
///
/// Every piece holds the way that its table found cheapest when it was last asked. After each handful of pieces the prices of rows that
/// the held ways overuse fall and those of rows that they leave unmet rise, by a part of Polyak's step towards the cost of the best rota
/// known. Prices are whole ``DayPricing/scale``ths of a point.
///
/// X. Zhao, P. B. Luh, J. Wang, Journal of Optimization Theory and Applications 100(3), 1999 (surrogate subgradient).
struct PriceAscent {
  private let model: BoundModel
  /// By row; those of pieces stay as they are.
  private(set) var prices: [Double]
  private let lower: [Double]
  private let upper: [Double]
  private let loose: [(lower: Double, upper: Double)]
  private let target: Double
  /// By row: what a move is multiplied by, so that rows of minutes and rows of visits move alike.
  private let weight: [Double]
  /// By slot: what leaving its visit out costs.
  private let mostOfSlot: [Double]
  /// By row: what the held ways add up to.
  private var activity: [Double]
  /// By piece: what its held way adds to rows, and its cost before its rows pay.
  private var terms: [[(row: Int, value: Double)]]
  private var base: [Double]

  /// - Parameter target: points that the bound can't exceed.
  init(_ bound: RotaBound, from prices: [Double], target: Int) {
    let model = bound.model
    self.model = model
    self.prices = prices
    (self.lower, self.upper, self.loose) = (bound.lowerNow, bound.upperNow, bound.looseNow)
    self.target = Double(target) * DayPricing.scale
    self.activity = Array(repeating: 0, count: prices.count)
    self.terms = Array(repeating: [], count: model.pieces.count)
    self.base = Array(repeating: 0, count: model.pieces.count)
    self.weight = Self.weights(of: model)
    self.mostOfSlot = zip(model.problem.visits.indices, model.problem.visits).flatMap { index, visit in
      Array(
        repeating: Double(visit.weight) * DayPricing.scale, count: model.firstSlot[index + 1] - model.firstSlot[index])
    }
  }

  private static func weights(of model: BoundModel) -> [Double] {
    var most = [Double](repeating: 1, count: model.rows.lower.count)
    func take(_ row: Int, _ value: Int) { most[row] = max(most[row], abs(Double(value))) }
    for (index, piece) in model.pieces.enumerated() {
      for term in model.rows.nodeTerms[index].joined() { take(term.row, term.value) }
      // A visit with its way, about.
      for term in model.rows.workTerms[index] { take(term.row, term.value * piece.width / 8) }
    }
    for entry in model.rows.loose { for term in entry.terms { take(term.row, term.value) } }
    return most.map { 1 / ($0 * $0) }
  }

  /// Holds another way for a piece; `nil` where the day is better left empty.
  ///
  /// - Parameter cost: in the unit of the prices, what its rows pay taken off, as the pricing tells it.
  mutating func hold(_ way: [Int]?, costing cost: Double, of piece: Int) {
    for term in self.terms[piece] { self.activity[term.row] -= term.value }
    (self.terms[piece], self.base[piece]) = ([], 0)
    guard let way else { return }
    self.terms[piece] = self.terms(of: way, on: piece)
    self.base[piece] = cost
    for term in self.terms[piece] {
      self.activity[term.row] += term.value
      self.base[piece] += term.value * self.prices[term.row]
    }
  }

  private func terms(of way: [Int], on piece: Int) -> [(row: Int, value: Double)] {
    let (rows, network) = (self.model.rows, self.model.pieces[piece])
    var (place, work) = (network.from, 0)
    var terms: [(row: Int, value: Double)] = []
    for node in way {
      let entry = network.nodes[node]
      work += Int(network.legs[place * network.places + entry.place]) + entry.units
      place = entry.place
      terms.append((entry.slot, 1))
      for term in rows.nodeTerms[piece][node] { terms.append((term.row, Double(term.value))) }
    }
    work += Int(network.legs[place * network.places + network.to])
    for term in rows.workTerms[piece] { terms.append((term.row, Double(term.value * work))) }
    return terms
  }

  /// Moves all prices once.
  ///
  /// - Parameter pace: the part of Polyak's step; the more moves a pass, the smaller it has to be.
  mutating func move(pace: Double) {
    var (total, told) = (self.activity, self.base.reduce(0, +))
    for row in self.prices.indices where self.prices[row] != 0 {
      let price = self.prices[row]
      told += price * ((price > 0 ? self.lower[row] : self.upper[row]) - self.activity[row])
    }
    for (index, entry) in self.model.rows.loose.enumerated() {
      let (cost, value) = self.value(of: entry, within: self.loose[index], total)
      told += cost * value
      for term in entry.terms { total[term.row] += value * Double(term.value) }
    }
    var moves = [Double](repeating: 0, count: total.count)
    var square = 0.0
    for row in total.indices where row < self.model.slots || row >= self.model.slots + self.model.pieces.count {
      moves[row] = self.move(of: row, total[row])
      square += moves[row] * moves[row] * self.weight[row]
    }
    guard square > 0 else { return }
    let step = pace * max(self.target - told, 0.001 * abs(self.target)) / square
    for row in moves.indices where moves[row] != 0 { self.set(row, by: step * self.weight[row] * moves[row]) }
  }

  /// What a loose variable costs with what its rows pay, and its cheapest value; where it costs nothing, the one that meets its first row.
  private func value(
    of entry: WeeklyRows.Loose, within limits: (lower: Double, upper: Double), _ total: [Double]
  ) -> (cost: Double, value: Double) {
    var cost = Double(entry.cost) * DayPricing.scale
    for term in entry.terms { cost -= self.prices[term.row] * Double(term.value) }
    guard cost == 0, let term = entry.terms.first else { return (cost, cost < 0 ? limits.upper : limits.lower) }
    return (0, min(limits.upper, max(limits.lower, (self.lower[term.row] - total[term.row]) / Double(term.value))))
  }

  private func move(of row: Int, _ total: Double) -> Double {
    if total < self.lower[row] { return self.lower[row] - total }
    if total > self.upper[row] { return self.upper[row] - total }
    let price = self.prices[row]
    return price == 0 ? 0 : (price > 0 ? self.lower[row] : self.upper[row]) - total
  }

  private mutating func set(_ row: Int, by move: Double) {
    let old = self.prices[row]
    var price = (old + move).rounded()
    // Past 0 the other limit would count.
    if price * old < 0 { price = 0 }
    if price > 0 && self.lower[row] <= -LinearProgram.free { price = 0 }
    if price < 0 && self.upper[row] >= LinearProgram.free { price = 0 }
    if row < self.model.slots { price = min(price, self.mostOfSlot[row]) }
    self.prices[row] = price
  }
}
