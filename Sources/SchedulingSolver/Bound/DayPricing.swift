// SPDX-License-Identifier: Apache-2.0

/// Finds the routes of one piece that are cheapest under given prices.
///
/// Prices are whole numbers of ``scale``ths of a point held in `Double`, so that every sum of them is exact.
///
/// First a table of the cheapest way to finish the day from every place and time, with repeats and visits beyond the contact limit not
/// ruled out but charged for; then labels from the start of the day, in order of time, dropped when even the table can't bring them below the
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
    /// Whether nothing below the threshold was missed: the search was thorough and not given up.
    var isComplete = true
    var routes: [(cost: Double, nodes: [Int32])] = []
  }

  enum Effort {
    /// Keeps at a node only what is cheaper than all that was there before: fast, and may miss routes.
    case quick
    /// Misses no route but those that a cheaper one with repeats stands for.
    case exact
  }

  struct Label {
    var cost: Double
    var seen: PieceNetwork.Bits
    var time: Int32
    var contact: Int32
    var node: Int32
    /// The visits of its place that the stay there has done; see ``CompletionTable/stayBit``.
    var stay: Int32
    var parent: Int32
    var nextAtTime: Int32
    var isRested: Bool

    /// Before the first stop of a day.
    static func start(of piece: PieceNetwork, _ prices: Prices) -> Label {
      Label(
        cost: prices.fixed, seen: PieceNetwork.Bits(), time: 0, contact: 0, node: -1, stay: 0, parent: -1,
        nextAtTime: -1, isRested: !piece.isRestDue)
    }
  }

  /// Filled under the best charges so far.
  var table: CompletionTable
  private var spare: CompletionTable
  var labels = UnsafeMutablePointer<Label>.allocate(capacity: 1 << 14)
  var labelSize = 1 << 14
  /// The charges that served a piece last time, and how far they then moved, as a part of what was open.
  private var limits: [Int: (charges: LimitPrices, pace: Double)] = [:]
  /// Whether going round by a further stop can never shorten a way.
  private let isMetric: Bool

  init(isMetric: Bool) {
    self.isMetric = isMetric
    self.table = CompletionTable(isMetric: isMetric)
    self.spare = CompletionTable(isMetric: isMetric)
  }

  deinit { self.labels.deallocate() }

  /// Prices are about to change altogether: charges that served the old ones would mislead.
  func forgetCharges() { self.limits.removeAll(keepingCapacity: true) }

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
    let (limits, least) = self.bestLimits(
      piece, prices, active, below: threshold, steps: effort == .quick ? (self.limits[piece.shift] == nil ? 8 : 1) : 4)
    var found = Found()
    guard least < threshold else {
      found.lowest = least
      return found
    }
    found = self.extendLabels(
      piece, prices, active, below: threshold, limit: limit, effort: effort, mostLabels: mostLabels, limits: limits)
    found.lowest = found.isComplete ? max(least, min(found.lowest, threshold)) : least
    return found
  }

  /// The nodes that may be on a cheapest route. Where no way gets longer by leaving a stop out and no break is due, a stop that is
  /// worth nothing is on none.
  private func active(_ piece: PieceNetwork, _ prices: Prices) -> [Int] {
    let all = !self.isMetric || piece.isRestDue
    return piece.nodes.indices.filter { !prices.closed[$0] && (all || prices.worth[$0] > 0) }
  }

  /// Charges under which the table says much, with what it says; the table is filled under them.
  func bestLimits(
    _ piece: PieceNetwork, _ prices: Prices, _ active: [Int], below threshold: Double, steps: Int
  ) -> (limits: LimitPrices, least: Double) {
    var (limits, pace) = self.limits[piece.shift] ?? (LimitPrices(), 0.7)
    var least = self.table.fill(piece, prices, active, limits: limits)
    var best = (limits: limits, least: least)
    var way = self.table.cheapestWay(piece, prices)
    for _ in 0..<steps where best.least < threshold {
      let gap = max(self.kept(of: way, on: piece, prices).cost - least, 0)
      guard limits.move(after: way, on: piece, gap: pace * gap) else { break }
      least = self.spare.fill(piece, prices, active, limits: limits)
      way = self.spare.cheapestWay(piece, prices)
      if least > best.least {
        best = (limits, least)
        swap(&self.table, &self.spare)
        pace = min(1, pace * 1.2)
      } else {
        pace *= 0.6
      }
    }
    self.limits[piece.shift] = (best.limits, max(pace, 0.05))
    return best
  }

  /// What the table says under the charges of the last time, which then move on.
  ///
  /// - Returns: what no route costs less than, the way that the table found cheapest, and what is left of it when it must keep the limits.
  func cheapestWay(on piece: PieceNetwork, _ prices: Prices) -> (least: Double, way: [Int], kept: [Int32]) {
    let active = self.active(piece, prices)
    guard !active.isEmpty else { return (.infinity, [], []) }
    var (limits, pace) = self.limits[piece.shift] ?? (LimitPrices(), 0.5)
    let least = self.table.fill(piece, prices, active, limits: limits)
    let way = self.table.cheapestWay(piece, prices)
    let kept = self.kept(of: way, on: piece, prices)
    _ = limits.move(after: way, on: piece, gap: pace * max(kept.cost - least, 0))
    pace = max(0.1, pace * 0.98)
    self.limits[piece.shift] = (limits, pace)
    return (least, way, kept.nodes)
  }

  /// What is left of a way when it must keep the limits, with about what that costs.
  private func kept(of way: [Int], on piece: PieceNetwork, _ prices: Prices) -> (cost: Double, nodes: [Int32]) {
    var seen = PieceNetwork.Bits()
    var (units, place, cost) = (0, piece.from, prices.fixed)
    var nodes: [Int32] = []
    for node in way {
      let entry = piece.nodes[node]
      guard seen & piece.masks[node] == PieceNetwork.Bits(), units + entry.units <= piece.contactLimit else { continue }
      seen |= piece.masks[node]
      units += entry.units
      cost += prices.travel * Double(piece.legs[place * piece.places + entry.place]) - prices.worth[node]
      place = entry.place
      nodes.append(Int32(node))
    }
    return (cost + prices.travel * Double(piece.legs[place * piece.places + piece.to]), nodes)
  }

  private func extendLabels(
    _ piece: PieceNetwork, _ prices: Prices, _ active: [Int], below threshold: Double, limit: Int, effort: Effort,
    mostLabels: Int, limits: LimitPrices
  ) -> Found {
    let layers = piece.isRestDue ? 2 : 1
    var search = LabelSearch(
      piece: piece, prices: prices, active: active, threshold: threshold, table: self.table,
      limits: limits, keepsCheapestOnly: effort == .quick, labels: self.labels, labelSize: self.labelSize)
    var kept = [[Int32]](repeating: [], count: piece.nodes.count * layers)
    var least = [Double](repeating: .infinity, count: kept.count)
    var found = Found()
    found.isComplete = effort != .quick
    var ends: [(cost: Double, label: Int32)] = []
    // Costs of the cheapest ends so far, dearest first: no route dearer than all of them is wanted.
    let wanted = 4 * limit
    var best: [Double] = []
    search.extend(Label.start(of: piece, prices), at: -1)
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
        if let cost = search.costHome(label) {
          if cost < search.threshold {
            ends.append((cost, entry.label))
            found.lowest = min(found.lowest, cost)
            best.insert(cost, at: best.firstIndex { $0 < cost } ?? best.count)
            if best.count > wanted {
              best.removeFirst()
              search.threshold = best[0]
            }
          }
        }
        search.extend(label, at: entry.label)
        if search.count > mostLabels { break }
      }
      if search.count > mostLabels {
        found.isComplete = false
        break
      }
    }
    (self.labels, self.labelSize) = (search.labels, search.labelSize)
    ends.sort { ($0.cost, $0.label) < ($1.cost, $1.label) }
    var firsts: [Int32: Int] = [:]
    for end in ends where found.routes.count < limit {
      let nodes = search.nodes(of: end.label)
      guard firsts[nodes[0], default: 0] < 3, search.isElementary(nodes) else { continue }
      firsts[nodes[0], default: 0] += 1
      found.routes.append((end.cost, nodes))
    }
    return found
  }
}
