// SPDX-License-Identifier: Apache-2.0

/// The labels of one search for routes, with what extending and comparing them needs at hand.
struct LabelSearch {
  let piece: PieceNetwork
  let prices: DayPricing.Prices
  let active: [Int]
  /// Only routes that cost less are looked for.
  var threshold: Double
  private let finish: UnsafeMutablePointer<Double>
  private let finishOther: UnsafeMutablePointer<Double>
  private let finishBit: UnsafeMutablePointer<Int32>
  /// The charges that the table holds.
  let limits: LimitPrices
  private let paidBack: Double
  var labels: UnsafeMutablePointer<DayPricing.Label>
  var labelSize: Int
  var count = 0
  var atTime: [Int32]
  /// By layer, node and time: the cheapest label so far, where only that is kept.
  private var least: [Double]

  init(
    piece: PieceNetwork, prices: DayPricing.Prices, active: [Int], threshold: Double,
    table: CompletionTable, limits: LimitPrices, keepsCheapestOnly: Bool,
    labels: UnsafeMutablePointer<DayPricing.Label>, labelSize: Int
  ) {
    self.piece = piece
    self.prices = prices
    self.active = active
    self.threshold = threshold
    self.finish = table.finish.start
    self.finishOther = table.finishOther.start
    self.finishBit = table.finishBit.start
    self.limits = limits
    self.paidBack = limits.most(of: piece)
    self.labels = labels
    self.labelSize = labelSize
    self.atTime = [Int32](repeating: -1, count: piece.width + 1)
    let cells = keepsCheapestOnly ? piece.nodes.count * (piece.width + 1) * (piece.isRestDue ? 2 : 1) : 0
    self.least = [Double](repeating: .infinity, count: cells)
  }

  func isElementary(_ nodes: [Int32]) -> Bool {
    var seen = SIMD4<UInt64>()
    var known: Set<Int32> = []
    for node in nodes {
      let mask = self.piece.masks[Int(node)]
      if seen & mask != SIMD4() || !known.insert(node).inserted { return false }
      seen |= mask
    }
    return true
  }

  /// `known` labels are never later.
  @inline(__always)
  func isDominated(_ label: DayPricing.Label, by known: [Int32]) -> Bool {
    let outside = ~label.seen
    for other in known {
      let known = self.labels + Int(other)
      if known.pointee.cost <= label.cost && known.pointee.contact <= label.contact
        && known.pointee.seen & outside == SIMD4()
      {
        return true
      }
    }
    return false
  }

  /// Whether the tables leave a label a chance to come below the threshold.
  @inline(__always)
  func mayPay(_ label: DayPricing.Label) -> Bool {
    let layer = self.piece.isRestDue && label.isRested ? 1 : 0
    let cell =
      (layer &* self.piece.places &+ self.piece.nodes[Int(label.node)].place) &* (self.piece.width &+ 1)
      &+ Int(label.time)
    return self.mayPay(label.cost, cell: cell, contact: Int(label.contact), seen: label.seen)
  }

  /// What the visits remembered were charged for is not paid back: the rest of the day can't use them.
  @inline(__always)
  private func mayPay(_ cost: Double, cell: Int, contact: Int, seen: SIMD4<UInt64>) -> Bool {
    let bit = Int(self.finishBit[cell])
    let isSeen = bit >= 0 && seen[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    let least =
      cost + (isSeen ? self.finishOther : self.finish)[cell] + self.limits.contact * Double(contact) - self.paidBack
    return least < self.threshold && least + self.limits.charge(for: seen) < self.threshold
  }

  @inline(__always)
  mutating func extend(_ label: DayPricing.Label, at index: Int32) {
    let piece = self.piece
    let size = piece.width &+ 1
    let place = label.node < 0 ? piece.from : piece.nodes[Int(label.node)].place
    let time = Int(label.time)
    let room = piece.contactLimit &- Int(label.contact)
    for node in self.active {
      if self.piece.masks[node] & label.seen != SIMD4() { continue }
      let to = piece.nodes[node]
      if to.units > room { continue }
      let leg = Int(piece.legs[place &* piece.places &+ to.place])
      let cost = label.cost + self.prices.travel * Double(leg) - self.prices.worth[node]
      self.come(label, index, node, to, time &+ leg, label.isRested, cost)
      if !label.isRested {
        let rested = piece.restedArrival[leg &* size &+ time]
        if rested <= Int32(piece.width) { self.come(label, index, node, to, Int(rested), true, cost) }
      }
    }
  }

  @inline(__always)
  private mutating func come(
    _ label: DayPricing.Label, _ index: Int32, _ node: Int, _ to: PieceNetwork.Node, _ time: Int, _ isRested: Bool,
    _ cost: Double
  ) {
    let width = self.piece.width
    guard time <= width else { return }
    let row = node &* (width &+ 1)
    var start = self.piece.next[row &+ time]
    let layer = self.piece.isRestDue && isRested ? 1 : 0
    let ready = (layer &* self.piece.places &+ to.place) &* (width &+ 1)
    let contact = Int(label.contact) &+ to.units
    while start < PieceNetwork.none {
      let done = Int(start) &+ to.units
      guard done <= width else { return }
      var total = cost
      if self.piece.hasStartPoints[node] {
        total += Double(self.piece.startPoints[row &+ Int(start)]) * DayPricing.scale
      }
      let seen = (label.seen & self.piece.nearBits[node]) | self.piece.masks[node]
      if self.mayPay(total, cell: ready &+ done, contact: contact, seen: seen) {
        if !self.least.isEmpty {
          let cell = (layer &* self.piece.nodes.count &+ node) &* (width &+ 1) &+ done
          guard total < self.least[cell] else { return }
          self.least[cell] = total
        }
        if self.count == self.labelSize { self.grow() }
        self.labels[self.count] = DayPricing.Label(
          cost: total, seen: seen, time: Int32(done),
          contact: Int32(contact), node: Int32(node), parent: index, nextAtTime: self.atTime[done], isRested: isRested)
        self.atTime[done] = Int32(self.count)
        self.count &+= 1
      }
      guard self.piece.hasStartPoints[node] else { return }
      start = self.piece.cheaper[row &+ Int(start)]
    }
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<DayPricing.Label>.allocate(capacity: self.labelSize * 2)
    grown.moveInitialize(from: self.labels, count: self.count)
    self.labels.deallocate()
    self.labels = grown
    self.labelSize *= 2
  }
}
