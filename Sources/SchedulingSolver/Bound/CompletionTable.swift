// SPDX-License-Identifier: Apache-2.0

/// The cheapest way to finish a working day from every place and time of a piece. No visit follows itself at once; further repeats are
/// allowed and the contact limit is forgotten, but both are charged for by ``LimitPrices``.
final class CompletionTable {
  /// By layer, place and time: from being ready to leave a place. Layer 0 still has its break to take where one is due, layer 1
  /// has not.
  var finish = Cells<Double>()
  /// As `finish`, where the next visit's bit is not `finishBit`.
  var finishOther = Cells<Double>()
  /// By layer, place and time: the bit of the visit that `finish` goes on to; below 0 where it goes home or has none.
  var finishBit = Cells<Int32>()
  /// By layer, node and time: from coming to a node.
  var arrive = Cells<Double>()
  /// By layer, stop and time: from coming to a place, to whichever of its nodes is best. Beyond the day's end nothing is.
  var come = Cells<Double>()
  /// As `come`, of the nodes with another bit than `comeBit`, which is that of the best one.
  var comeOther = Cells<Double>()
  var comeBit = Cells<Double>()
  /// The places where nodes in use are, and by place its number among them.
  var stops: [Int] = []
  var stopOf: [Int] = []
  /// By node, charges taken off.
  var worth: [Double] = []
  /// Times that a row of `come` holds.
  var span = 0
  /// The nodes that may be on a cheapest way, charges taken off.
  var inUse: [Int] = []
  private var leavesOut = false
  /// The places where active nodes are.
  var places: [Int] = []
  /// From every place to every stop.
  var ways: [Way] = []

  let isMetric: Bool

  /// - Parameter isMetric: whether going round by a further stop can never shorten a way.
  init(isMetric: Bool) { self.isMetric = isMetric }

  struct Way {
    /// Of the arrival in a layer of `come`, to which the time of leaving is added.
    let offset: Int
    let leg: Int
    let cost: Double
  }

  deinit {
    self.finish.free()
    self.finishOther.free()
    self.finishBit.free()
    self.arrive.free()
    self.come.free()
    self.comeOther.free()
    self.comeBit.free()
  }

  /// Fills the table; what it holds is not yet paid back.
  ///
  /// - Returns: what no route costs less than, the charges paid back.
  func fill(_ piece: PieceNetwork, _ prices: DayPricing.Prices, _ active: [Int], limits: LimitPrices) -> Double {
    self.lay(piece, prices, active, limits)
    self.fillBackwards(piece, prices)
    let first = self.bestNext(from: piece.from, at: 0, layer: 0, after: -1, piece, prices)
    return min(first.value, self.emptyWay(piece, prices)) + prices.fixed - limits.most(of: piece)
  }

  /// What is left of a route whose stops are all worth nothing after their charges; infinite where such stops are not left out.
  func emptyWay(_ piece: PieceNetwork, _ prices: DayPricing.Prices) -> Double {
    guard self.leavesOut else { return .infinity }
    return prices.travel * Double(piece.legs[piece.from * piece.places + piece.to])
  }

  @inline(__always)
  func finishing(_ cell: Int, after bit: Int) -> Double {
    bit >= 0 && self.finishBit[cell] == Int32(bit) ? self.finishOther[cell] : self.finish[cell]
  }

  /// Makes room, and notes the ways between the places where active nodes are.
  private func lay(_ piece: PieceNetwork, _ prices: DayPricing.Prices, _ active: [Int], _ limits: LimitPrices) {
    self.worth = piece.nodes.indices.map { prices.worth[$0] - limits.charge(for: piece.nodes[$0]) }
    self.stopOf = Array(repeating: -1, count: piece.places)
    self.stops.removeAll(keepingCapacity: true)
    // Where no way gets longer by leaving a stop out, what is worth nothing after its charge is on no cheapest way.
    self.leavesOut = self.isMetric && !piece.isRestDue
    self.inUse = self.leavesOut ? active.filter { self.worth[$0] > 0 } : active
    for node in self.inUse where self.stopOf[piece.nodes[node].place] < 0 {
      self.stopOf[piece.nodes[node].place] = self.stops.count
      self.stops.append(piece.nodes[node].place)
    }
    self.places = Set(active.map { piece.nodes[$0].place }).sorted()
    let size = piece.width + 1
    let layers = piece.isRestDue ? 2 : 1
    self.span = size + piece.longestLeg + Self.block
    let (ready, coming) = (layers * piece.places * size, layers * self.stops.count * self.span)
    self.finish.fill(ready, with: .infinity)
    self.finishOther.fill(ready, with: .infinity)
    self.finishBit.fill(ready, with: -1)
    self.arrive.reserve(layers * piece.nodes.count * size)
    self.come.fill(coming, with: .infinity)
    self.comeOther.fill(coming, with: .infinity)
    self.comeBit.fill(coming, with: -1)
    self.ways.removeAll(keepingCapacity: true)
    for from in self.places {
      for (stop, to) in self.stops.enumerated() {
        let leg = Int(piece.legs[from * piece.places + to])
        self.ways.append(Way(offset: stop * self.span + leg, leg: leg, cost: prices.travel * Double(leg)))
      }
    }
  }

  static let block = 4
}
