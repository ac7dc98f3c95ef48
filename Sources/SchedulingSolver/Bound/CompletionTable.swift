// SPDX-License-Identifier: Apache-2.0

/// The cheapest way to finish a working day from every place and time of a piece. No visit follows itself at once; further repeats are
/// allowed and the contact limit is forgotten, but both are charged for by ``LimitPrices``.
final class CompletionTable {
  /// By layer, place and time: from being ready to leave a place. Layer 0 still has its break to take where one is due, layer 1
  /// has not.
  var finish = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  /// As `finish`, where the next visit's bit is not `finishBit`.
  var finishOther = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  /// By layer, place and time: the bit of the visit that `finish` goes on to; below 0 where it goes home or has none.
  var finishBit = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  /// By layer, node and time: from coming to a node.
  var arrive = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  /// By layer, stop and time: from coming to a place, to whichever of its nodes is best. Beyond the day's end nothing is.
  var come = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  /// As `come`, of the nodes with another bit than `comeBit`, which is that of the best one.
  var comeOther = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  var comeBit = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  var finishSize = 1
  var finishOtherSize = 1
  var finishBitSize = 1
  var arriveSize = 1
  var comeSize = 1
  var comeOtherSize = 1
  var comeBitSize = 1
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
    self.finish.deallocate()
    self.finishOther.deallocate()
    self.finishBit.deallocate()
    self.arrive.deallocate()
    self.come.deallocate()
    self.comeOther.deallocate()
    self.comeBit.deallocate()
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
    Self.reserve(ready, &self.finish, &self.finishSize)
    Self.reserve(ready, &self.finishOther, &self.finishOtherSize)
    Self.reserve(ready, &self.finishBit, &self.finishBitSize)
    Self.reserve(layers * piece.nodes.count * size, &self.arrive, &self.arriveSize)
    Self.reserve(coming, &self.come, &self.comeSize)
    Self.reserve(coming, &self.comeOther, &self.comeOtherSize)
    Self.reserve(coming, &self.comeBit, &self.comeBitSize)
    self.finish.update(repeating: .infinity, count: ready)
    self.finishOther.update(repeating: .infinity, count: ready)
    self.finishBit.update(repeating: -1, count: ready)
    self.come.update(repeating: .infinity, count: coming)
    self.comeOther.update(repeating: .infinity, count: coming)
    self.comeBit.update(repeating: -1, count: coming)
    self.ways.removeAll(keepingCapacity: true)
    for from in self.places {
      for (stop, to) in self.stops.enumerated() {
        let leg = Int(piece.legs[from * piece.places + to])
        self.ways.append(Way(offset: stop * self.span + leg, leg: leg, cost: prices.travel * Double(leg)))
      }
    }
  }

  static let block = 4

  static func reserve<Value>(_ count: Int, _ memory: inout UnsafeMutablePointer<Value>, _ size: inout Int) {
    guard count > size else { return }
    memory.deallocate()
    memory = .allocate(capacity: count)
    size = count
  }
}
