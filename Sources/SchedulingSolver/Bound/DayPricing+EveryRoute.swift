// SPDX-License-Identifier: Apache-2.0

extension DayPricing {
  /// What labels of the same standing have in common: visits that exclude one another share a bit, so that the bits alone don't tell.
  private struct Standing: Hashable {
    let node: Int32
    /// In order of their numbers.
    let nodes: [Int32]
  }

  /// All routes that cost no more than a limit, of each set of nodes the cheapest.
  ///
  /// - Parameters:
  ///   - limit: in the unit of the prices.
  ///   - most: labels at which the search is given up.
  /// - Returns: `nil` when it was given up, or when the piece has more visits than a route can remember.
  func everyRoute(
    on piece: PieceNetwork, _ prices: Prices, upTo limit: Double, most: Int
  ) -> [(cost: Double, nodes: [Int32])]? {
    guard piece.nodes.allSatisfy({ $0.bit >= 0 }) else { return nil }
    // What is worth nothing is on no cheapest route, but it may be on one of those that are looked for here.
    let active = piece.nodes.indices.filter { !prices.closed[$0] }
    guard !active.isEmpty else { return [] }
    let threshold = limit + 1
    let (limits, least) = self.bestLimits(piece, prices, active, below: threshold, steps: 4)
    guard least < threshold else { return [] }
    var search = LabelSearch(
      piece: piece, prices: prices, active: active, threshold: threshold, table: self.table, limits: limits,
      keepsCheapestOnly: false, labels: self.labels, labelSize: self.labelSize)
    search.remembersAll = true
    defer { (self.labels, self.labelSize) = (search.labels, search.labelSize) }
    // By whether the break is over: the least cost so far.
    var known: [[Standing: Double]] = [[:], [:]]
    var cheapest: [[Int32]: (cost: Double, label: Int32)] = [:]
    search.extend(Label.start(of: piece, prices), at: -1)
    for time in 0...piece.width {
      var next = search.atTime[time]
      while next >= 0 {
        let index = next
        let label = search.labels[Int(index)]
        next = label.nextAtTime
        let key = Standing(node: label.node, nodes: search.nodes(of: index).sorted())
        let rested = known[1][key] ?? .infinity
        let resting = label.isRested ? .infinity : known[0][key] ?? .infinity
        if min(rested, resting) <= label.cost { continue }
        known[label.isRested ? 1 : 0][key] = label.cost
        if let cost = search.costHome(label), cost < threshold, cost < cheapest[key.nodes]?.cost ?? .infinity {
          cheapest[key.nodes] = (cost, index)
        }
        search.extend(label, at: index)
        if search.count > most { return nil }
      }
    }
    return cheapest.values.sorted { ($0.cost, $0.label) < ($1.cost, $1.label) }
      .map { ($0.cost, search.nodes(of: $0.label)) }
  }
}
