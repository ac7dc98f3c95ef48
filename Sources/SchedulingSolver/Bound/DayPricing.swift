// SPDX-License-Identifier: Apache-2.0

/// Finds the routes of one piece that are cheapest under given prices.
///
/// Prices are whole numbers of ``scale``ths of a point held in `Double`, so that every sum of them is exact.
///
/// First a table of the cheapest way to finish the day from every place and time, with repeats allowed and the contact limit
/// forgotten; then labels from the start of the day, in order of time, dropped when even the table can't bring them below the
/// threshold, or when another label at the same node is no worse in every respect. Routes may come back to a visit once they have
/// been far from it (ng-routes), so that the cheapest one found may lie below the cheapest real one, never above.
final class DayPricing {
  static let scale = 65_536.0

  struct Prices {
    /// By node: what standing there is worth, less what it costs there.
    var worth: [Double]
    /// What a unit of travel costs.
    var travel: Double
    /// What a route costs whatever stands on it.
    var fixed: Double
    /// Nodes that may not be used.
    var closed: [Bool]
  }

  struct Found {
    /// No route costs less than this; infinite when there is no route.
    var lowest = Double.infinity
    /// Whether `lowest` is the cost of a route (repeats allowed), rather than what the table says.
    var isExact = true
    var routes: [(cost: Double, nodes: [Int32])] = []
    var labels = 0
  }

  enum Effort {
    /// Keeps at a node only what is cheaper than all that was there before: fast, and may miss routes.
    case quick
    /// Misses no route but those that a cheaper one with repeats stands for.
    case exact
    /// As exact, with every visit remembered, so that no route repeats one.
    case elementary
  }

  struct Label {
    var cost: Double
    var seen: SIMD4<UInt64>
    var time: Int32
    var contact: Int32
    var node: Int32
    var parent: Int32
    var nextAtTime: Int32
    var isRested: Bool
  }

  private var finish: UnsafeMutablePointer<Double>
  /// As `finish`, where a unit of visits costs ``contactPrice`` more.
  private var paidFinish: UnsafeMutablePointer<Double>
  private var arrive: UnsafeMutablePointer<Double>
  private var finishSize = 0
  private var arriveSize = 0
  private var labels: UnsafeMutablePointer<Label>
  private var labelSize = 1 << 14
  /// Whether going round by a further stop can never shorten a way.
  private let isMetric: Bool

  init(isMetric: Bool) {
    self.isMetric = isMetric
    self.finish = .allocate(capacity: 1)
    self.paidFinish = .allocate(capacity: 1)
    self.arrive = .allocate(capacity: 1)
    self.labels = .allocate(capacity: self.labelSize)
  }

  deinit {
    self.finish.deallocate()
    self.paidFinish.deallocate()
    self.arrive.deallocate()
    self.labels.deallocate()
  }

  /// - Parameters:
  ///   - threshold: only routes that cost less are looked for.
  ///   - limit: how many routes are handed back, the cheapest and no more than three that begin with the same node.
  ///   - effort: how thoroughly labels are compared; see ``Effort``.
  ///   - mostLabels: where the search is given up; then `lowest` comes from the table.
  func cheapest(
    on piece: PieceNetwork, _ prices: Prices, below threshold: Double, limit: Int, effort: Effort, mostLabels: Int
  ) -> Found {
    let active = self.active(piece, prices)
    guard !active.isEmpty else { return Found() }
    // The first stop decides; a route has at least one.
    var least = self.least(piece, prices, active, contactPrice: 0)
    var price = 0.0
    if least < threshold && piece.contactLimit < piece.width {
      swap(&self.finish, &self.paidFinish)
      (price, least) = self.bestContactPrice(piece, prices, active, free: least)
      swap(&self.finish, &self.paidFinish)
    }
    var found = Found()
    guard least < threshold else {
      found.lowest = least
      found.isExact = false
      return found
    }
    found = self.extendLabels(
      piece, prices, active, below: threshold, limit: limit, effort: effort, mostLabels: mostLabels,
      contactPrice: price)
    if !found.isExact { found.lowest = least } else { found.lowest = max(least, min(found.lowest, threshold)) }
    return found
  }

  // MARK: - Table

  /// Prices of contact that served a piece last time.
  private var contactPrices: [Int: Double] = [:]

  /// No route costs less, when a unit of visits costs `contactPrice` more and the whole limit is paid back (Lagrangian
  /// relaxation of the contact limit). Fills the table.
  private func least(_ piece: PieceNetwork, _ prices: Prices, _ active: [Int], contactPrice: Double) -> Double {
    self.fillTable(piece, prices, active, contactPrice: contactPrice)
    let layers = piece.isRestDue ? 2 : 1
    var least = Double.infinity
    for node in active {
      least = min(least, self.value(of: node, from: Self.start(of: piece), piece, prices, layers: layers))
    }
    return least + prices.fixed - contactPrice * Double(piece.contactLimit)
  }

  /// A price of contact under which the table says most, with what it says; the table is filled under it.
  private func bestContactPrice(
    _ piece: PieceNetwork, _ prices: Prices, _ active: [Int], free: Double
  ) -> (price: Double, least: Double) {
    var best = (price: 0.0, least: free)
    var filled = -1.0
    func look(_ price: Double) {
      let price = price.rounded()
      guard price > 0 else { return }
      let least = self.least(piece, prices, active, contactPrice: price)
      filled = price
      if least > best.least { best = (price, least) }
    }
    if let last = self.contactPrices[piece.shift], last > 0 {
      look(last)
      look(last * 1.3)
      if best.price != (last * 1.3).rounded() { look(last / 1.3) }
    } else {
      let dearest = active.reduce(0) { max($0, prices.worth[$1] / Double(piece.nodes[$1].units)) }
      var price = dearest
      while price > dearest / 300 {
        look(price)
        if best.price > price { break }
        price /= 2
      }
    }
    self.contactPrices[piece.shift] = best.price
    if filled != best.price { _ = self.least(piece, prices, active, contactPrice: best.price) }
    return best
  }

  private func active(_ piece: PieceNetwork, _ prices: Prices) -> [Int] {
    let all = !self.isMetric || piece.isRestDue
    return piece.nodes.indices.filter { !prices.closed[$0] && (all || prices.worth[$0] > 0) }
  }

  private static func start(of piece: PieceNetwork) -> (place: Int, time: Int, layer: Int) {
    (piece.from, 0, 0)
  }

  /// The cheapest end of the day that goes on with `node`.
  private func value(
    of node: Int, from state: (place: Int, time: Int, layer: Int), _ piece: PieceNetwork, _ prices: Prices, layers: Int
  ) -> Double {
    let leg = Int(piece.legs[state.place * piece.places + piece.nodes[node].place])
    let span = piece.width + 1 + piece.longestLeg
    let cost = prices.travel * Double(leg)
    var best = self.arrive[node * span + state.time + leg] + cost
    if layers == 2 && state.layer == 0 {
      let arrival = piece.restedArrival[leg * (piece.width + 1) + state.time]
      if arrival <= Int32(piece.width) {
        best = min(best, self.arrive[(piece.nodes.count + node) * span + Int(arrival)] + cost)
      }
    }
    return best
  }

  /// `arrive[layer, node, time]`: cheapest rest of the day from coming to a node at a time; `finish[layer, place, time]`: from
  /// being ready to leave a place. Layer 0 still has its break to take where one is due, layer 1 has not.
  private func fillTable(_ piece: PieceNetwork, _ prices: Prices, _ active: [Int], contactPrice: Double) {
    let width = piece.width
    let size = width + 1
    let span = size + piece.longestLeg
    let layers = piece.isRestDue ? 2 : 1
    self.reserve(finish: layers * piece.places * size, arrive: layers * piece.nodes.count * span)
    self.arrive.update(repeating: .infinity, count: layers * piece.nodes.count * span)
    self.finish.update(repeating: .infinity, count: layers * piece.places * size)
    let nodePlaces = active.map { piece.nodes[$0].place }
    let places = Set(nodePlaces).sorted()
    let worth = active.map { prices.worth[$0] - contactPrice * Double(piece.nodes[$0].units) }
    let (arrive, finish) = (self.arrive, self.finish)
    let travel = prices.travel
    // Times are done in blocks no longer than the shortest visit: what a block asks of `finish` lies behind it.
    let block = active.contains { piece.nodes[$0].units < Self.block } ? 1 : Self.block
    piece.legs.withUnsafeBufferPointer { legs in
      piece.next.withUnsafeBufferPointer { next in
        var last = width
        while last >= 0 {
          let first = max(0, last &- block &+ 1)
          for layer in 0..<layers {
            for (index, node) in active.enumerated() {
              let row = node &* size
              let line = (layer &* piece.nodes.count &+ node) &* span
              let ready = (layer &* piece.places &+ nodePlaces[index]) &* size
              for time in stride(from: last, through: first, by: -1) {
                let start = next[row &+ time]
                guard start < PieceNetwork.none else { continue }
                if Int(start) != time {
                  arrive[line &+ time] = arrive[line &+ time &+ 1]
                  continue
                }
                let done = time &+ piece.nodes[node].units
                guard done <= width else { continue }
                var best = finish[ready &+ done]
                if piece.hasStartPoints[node] {
                  best += Double(piece.startPoints[row &+ time]) * Self.scale
                  var later = piece.cheaper[row &+ time]
                  while later < PieceNetwork.none {
                    let end = Int(later) &+ piece.nodes[node].units
                    guard end <= width else { break }
                    best = min(best, finish[ready &+ end] + Double(piece.startPoints[row &+ Int(later)]) * Self.scale)
                    later = piece.cheaper[row &+ Int(later)]
                  }
                }
                arrive[line &+ time] = best - worth[index]
              }
            }
          }
          for layer in 0..<layers {
            let mustRest = layers == 2 && layer == 0
            let firstNode = layer &* piece.nodes.count
            for place in places {
              let home = Int(legs[place &* piece.places &+ piece.to])
              let ways = place &* piece.places
              let line = (layer &* piece.places &+ place) &* size
              if !mustRest && last &- first &+ 1 == Self.block {
                var best = SIMD4<Double>(repeating: .infinity)
                for offset in 0..<Self.block where first &+ offset &+ home <= width {
                  best[offset] = travel * Double(home)
                }
                for (index, node) in active.enumerated() {
                  let leg = Int(legs[ways &+ nodePlaces[index]])
                  let from = UnsafeRawPointer(arrive + ((firstNode &+ node) &* span &+ first &+ leg))
                  let value = from.loadUnaligned(as: SIMD4<Double>.self) + travel * Double(leg)
                  best.replace(with: value, where: value .< best)
                }
                for offset in 0..<Self.block { finish[line &+ first &+ offset] = best[offset] }
                continue
              }
              for time in first...last {
                var best = Double.infinity
                if mustRest {
                  if piece.restedArrival[home &* size &+ time] <= Int32(width) { best = travel * Double(home) }
                } else if time &+ home <= width {
                  best = travel * Double(home)
                }
                for (index, node) in active.enumerated() {
                  let leg = Int(legs[ways &+ nodePlaces[index]])
                  var value = arrive[(firstNode &+ node) &* span &+ time &+ leg]
                  if mustRest {
                    let rested = piece.restedArrival[leg &* size &+ time]
                    if rested <= Int32(width) {
                      value = min(value, arrive[(piece.nodes.count &+ node) &* span &+ Int(rested)])
                    }
                  }
                  best = min(best, value + travel * Double(leg))
                }
                finish[line &+ time] = best
              }
            }
          }
          last = first &- 1
        }
      }
    }
  }

  private static let block = 4

  private func reserve(finish: Int, arrive: Int) {
    if finish > self.finishSize {
      self.finish.deallocate()
      self.paidFinish.deallocate()
      self.finish = .allocate(capacity: finish)
      self.paidFinish = .allocate(capacity: finish)
      self.finishSize = finish
    }
    if arrive > self.arriveSize {
      self.arrive.deallocate()
      self.arrive = .allocate(capacity: arrive)
      self.arriveSize = arrive
    }
  }

  // MARK: - Labels

  private var count = 0

  private func extendLabels(
    _ piece: PieceNetwork, _ prices: Prices, _ active: [Int], below threshold: Double, limit: Int, effort: Effort,
    mostLabels: Int, contactPrice: Double
  ) -> Found {
    let size = piece.width + 1
    let layers = piece.isRestDue ? 2 : 1
    var search = LabelSearch(
      piece: piece, prices: prices, active: active, threshold: threshold, finish: self.finish,
      paidFinish: self.paidFinish,
      contactPrice: contactPrice, remembersAll: effort == .elementary,
      keepsCheapestOnly: effort == .quick, labels: self.labels, labelSize: self.labelSize)
    var kept = [[Int32]](repeating: [], count: piece.nodes.count * layers)
    var least = [Double](repeating: .infinity, count: kept.count)
    var found = Found()
    found.isExact = effort != .quick
    var ends: [(cost: Double, label: Int32)] = []
    // Costs of the cheapest ends so far, dearest first: no route dearer than all of them is wanted.
    let wanted = effort == .elementary ? Int.max : 4 * limit
    var best: [Double] = []
    search.extend(
      Label(
        cost: prices.fixed, seen: SIMD4(), time: 0, contact: 0, node: -1, parent: -1, nextAtTime: -1,
        isRested: !piece.isRestDue), at: -1)
    var here: [(cost: Double, label: Int32)] = []
    for time in 0...piece.width {
      here.removeAll(keepingCapacity: true)
      var next = search.atTime[time]
      while next >= 0 {
        here.append((search.labels[Int(next)].cost, next))
        next = search.labels[Int(next)].nextAtTime
      }
      if here.count > 1 { here.sort { ($0.cost, $0.label) < ($1.cost, $1.label) } }
      for entry in here {
        let label = search.labels[Int(entry.label)]
        guard search.mayPay(label) else { continue }
        let list = Int(label.node) &* layers &+ (label.isRested && layers == 2 ? 1 : 0)
        if effort == .quick {
          if label.cost >= least[list] { continue }
          least[list] = label.cost
        } else {
          if search.isDominated(label, by: kept[list]) { continue }
          // Who has rested can do all that who has not can.
          if layers == 2 && !label.isRested && search.isDominated(label, by: kept[list &+ 1]) { continue }
          kept[list].append(entry.label)
        }
        // The way home.
        let leg = Int(piece.legs[piece.nodes[Int(label.node)].place &* piece.places &+ piece.to])
        let isHome =
          label.isRested
          ? time &+ leg <= piece.width : piece.restedArrival[leg &* size &+ time] <= Int32(piece.width)
        if isHome {
          let cost = label.cost + prices.travel * Double(leg)
          if cost < search.threshold {
            ends.append((cost, entry.label))
            found.lowest = min(found.lowest, cost)
            if wanted < .max {
              let place = best.firstIndex { $0 < cost } ?? best.count
              best.insert(cost, at: place)
              if best.count > wanted {
                best.removeFirst()
                search.threshold = best[0]
              }
            }
          }
        }
        search.extend(label, at: entry.label)
        if search.count > mostLabels { break }
      }
      if search.count > mostLabels {
        found.isExact = false
        break
      }
    }
    (self.labels, self.labelSize, self.count) = (search.labels, search.labelSize, search.count)
    found.labels = self.count
    ends.sort { ($0.cost, $0.label) < ($1.cost, $1.label) }
    var firsts: [Int32: Int] = [:]
    for end in ends where found.routes.count < limit {
      let nodes = self.nodes(of: end.label)
      guard firsts[nodes[0], default: 0] < 3 || effort == .elementary, search.isElementary(nodes) else { continue }
      firsts[nodes[0], default: 0] += 1
      found.routes.append((end.cost, nodes))
    }
    return found
  }

  private func nodes(of label: Int32) -> [Int32] {
    var nodes: [Int32] = []
    var label = label
    while label >= 0 {
      nodes.append(self.labels[Int(label)].node)
      label = self.labels[Int(label)].parent
    }
    return nodes.reversed()
  }
}
