// SPDX-License-Identifier: Apache-2.0

/// The cheapest way to finish a working day from every place and time of a piece.
///
/// While a route stays at a place it does no visit there twice, as far as the place's visits are remembered (``mostRemembered``); once it
/// has left, it may come back to them, and the contact limit is forgotten. Both are charged for by ``LimitPrices``.
final class CompletionTable {
  /// By layer, place and set of remembered visits done in this stay, then time: from being ready to go on. Layer 0 still has its break to
  /// take where one is due, layer 1 has not.
  var finish = Cells<Double>()
  /// By layer, stop and time: from coming to a place whose visits are all undone. Beyond the day's end nothing is.
  var come = Cells<Double>()
  /// The places where active nodes are.
  private(set) var places: [Int] = []
  /// By place: its first row of `finish` in a layer.
  private(set) var firstRow: [Int] = []
  private(set) var rows = 0
  /// The places where nodes in use are, with those nodes.
  private(set) var stops: [Stop] = []
  /// By place: its number among the stops; -1 where it is none.
  private(set) var stopOf: [Int] = []
  /// By node: its bit in the set of a stay; 0 where it is not remembered.
  private(set) var stayBit: [Int] = []
  /// By node, charges taken off.
  private(set) var worth: [Double] = []
  /// From every place to every other stop.
  private(set) var ways: [Way] = []
  /// By position in `places`: where its ways begin.
  private(set) var firstWay: [Int] = []
  /// Cells of a row of `come`.
  private(set) var span = 0
  /// Whether times can be done in blocks: what a block asks of `finish` lies behind it.
  private(set) var stride = 1
  private var leavesOut = false
  private let isMetric: Bool

  struct Stop {
    let place: Int
    var nodes: [Int]
    /// Sets of remembered visits.
    var sets: Int
  }

  struct Way {
    /// Of the arrival in a layer of `come`, to which the time of leaving is added.
    let offset: Int
    let cost: Double
  }

  /// Times that are done at once.
  static let block = PieceNetwork.block
  /// Visits of a place that a stay remembers, those worth most for their length.
  static let mostRemembered = 5

  /// - Parameter isMetric: whether going round by a further stop can never shorten a way.
  init(isMetric: Bool) { self.isMetric = isMetric }

  deinit {
    self.finish.free()
    self.come.free()
  }

  /// Fills the table; what it holds is not yet paid back.
  ///
  /// - Returns: what no route costs less than, the charges paid back.
  func fill(_ piece: PieceNetwork, _ prices: DayPricing.Prices, _ active: [Int], limits: LimitPrices) -> Double {
    self.lay(piece, prices, active, limits)
    self.fillBackwards(piece, prices)
    let first = self.start(piece, prices).value
    return min(first, self.emptyWay(piece, prices)) + prices.fixed - limits.most(of: piece)
  }

  /// What is left of a route whose stops are all worth nothing after their charges; infinite where such stops are not left out.
  func emptyWay(_ piece: PieceNetwork, _ prices: DayPricing.Prices) -> Double {
    guard self.leavesOut else { return .infinity }
    return prices.travel * Double(piece.legs[piece.from * piece.places + piece.to])
  }

  @inline(__always)
  func row(_ layer: Int, _ place: Int, _ set: Int) -> Int { layer &* self.rows &+ self.firstRow[place] &+ set }

  /// Makes room, and notes the ways between the places where active nodes are.
  private func lay(_ piece: PieceNetwork, _ prices: DayPricing.Prices, _ active: [Int], _ limits: LimitPrices) {
    self.worth = piece.nodes.indices.map { prices.worth[$0] - limits.charge(for: piece.nodes[$0]) }
    // Where no way gets longer by leaving a stop out, what is worth nothing after its charge is on no cheapest way.
    self.leavesOut = self.isMetric && !piece.isRestDue
    self.stopOf = Array(repeating: -1, count: piece.places)
    self.stayBit = Array(repeating: 0, count: piece.nodes.count)
    self.stops.removeAll(keepingCapacity: true)
    var shortest = Int.max
    for node in active where !self.leavesOut || self.worth[node] > 0 {
      let entry = piece.nodes[node]
      shortest = min(shortest, entry.units)
      if self.stopOf[entry.place] < 0 {
        self.stopOf[entry.place] = self.stops.count
        self.stops.append(Stop(place: entry.place, nodes: [], sets: 1))
      }
      self.stops[self.stopOf[entry.place]].nodes.append(node)
    }
    self.stride = shortest < Self.block ? 1 : Self.block
    for stop in self.stops.indices { self.chooseRemembered(stop, piece) }
    self.places = Set(active.map { piece.nodes[$0].place }).sorted()
    self.firstRow = Array(repeating: -1, count: piece.places)
    self.rows = 0
    for place in self.places {
      self.firstRow[place] = self.rows
      self.rows += self.stopOf[place] < 0 ? 1 : self.stops[self.stopOf[place]].sets
    }
    let layers = piece.isRestDue ? 2 : 1
    self.span = piece.row + piece.longestLeg + Self.block
    self.finish.fill(layers * self.rows * piece.row, with: .infinity)
    self.come.fill(layers * self.stops.count * self.span, with: .infinity)
    self.ways.removeAll(keepingCapacity: true)
    self.firstWay.removeAll(keepingCapacity: true)
    for from in self.places {
      self.firstWay.append(self.ways.count)
      for (stop, to) in self.stops.enumerated() where to.place != from {
        let leg = Int(piece.legs[from * piece.places + to.place])
        self.ways.append(Way(offset: stop * self.span + leg, cost: prices.travel * Double(leg)))
      }
    }
    self.firstWay.append(self.ways.count)
  }

  private func chooseRemembered(_ stop: Int, _ piece: PieceNetwork) {
    let nodes = self.stops[stop].nodes
    let ranked =
      nodes.count <= Self.mostRemembered
      ? nodes
      : nodes.sorted {
        (self.worth[$0] / Double(piece.nodes[$0].units), $1) > (self.worth[$1] / Double(piece.nodes[$1].units), $0)
      }
    var taken: [(bit: Int, stay: Int)] = []
    for node in ranked {
      // Where all bits are taken a node stands for itself.
      let bit = piece.nodes[node].bit < 0 ? -1 - node : piece.nodes[node].bit
      if let known = taken.first(where: { $0.bit == bit }) {
        self.stayBit[node] = known.stay
      } else if taken.count < Self.mostRemembered {
        self.stayBit[node] = 1 << taken.count
        taken.append((bit, 1 << taken.count))
      }
    }
    self.stops[stop].sets = 1 << taken.count
  }
}
