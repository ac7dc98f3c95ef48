// SPDX-License-Identifier: Apache-2.0

/// The labels of one search for routes, with what extending and comparing them needs at hand.
struct LabelSearch {
  let piece: PieceNetwork
  let prices: DayPricing.Prices
  let active: [Int]
  /// Only routes that cost less are looked for.
  var threshold: Double
  private let table: CompletionTable
  private let finish: UnsafeMutablePointer<Double>
  /// The charges that the table holds.
  let limits: LimitPrices
  private let paidBack: Double
  /// Whether a route remembers all it has met, and not just what is near.
  var remembersAll = false
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
    self.table = table
    self.limits = limits
    self.paidBack = limits.most(of: piece)
    self.labels = labels
    self.labelSize = labelSize
    self.atTime = [Int32](repeating: -1, count: piece.width + 1)
    let cells = keepsCheapestOnly ? piece.nodes.count * (piece.width + 1) * (piece.isRestDue ? 2 : 1) : 0
    self.least = [Double](repeating: .infinity, count: cells)
  }

  func isElementary(_ nodes: [Int32]) -> Bool {
    var seen = PieceNetwork.Bits()
    var known: Set<Int32> = []
    for node in nodes {
      let mask = self.piece.masks[Int(node)]
      if seen & mask != PieceNetwork.Bits() || !known.insert(node).inserted { return false }
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
        && known.pointee.seen & outside == PieceNetwork.Bits()
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
    let row = self.table.row(layer, self.piece.nodes[Int(label.node)].place, Int(label.stay))
    return self.mayPay(
      label.cost, cell: row &* self.piece.row &+ Int(label.time), contact: Int(label.contact), seen: label.seen)
  }

  /// What the visits remembered were charged for is not paid back: the rest of the day can't use them.
  @inline(__always)
  private func mayPay(_ cost: Double, cell: Int, contact: Int, seen: PieceNetwork.Bits) -> Bool {
    let least = cost + self.finish[cell] + self.limits.contact * Double(contact) - self.paidBack
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
      if self.piece.masks[node] & label.seen != PieceNetwork.Bits() { continue }
      let to = piece.nodes[node]
      if to.units > room { continue }
      let leg = Int(piece.legs[place &* piece.places &+ to.place])
      let cost = label.cost + self.prices.travel * Double(leg) - self.prices.worth[node]
      let bit = Int32(truncatingIfNeeded: self.table.stayBit[node])
      let stay = to.place == place && label.node >= 0 ? label.stay | bit : bit
      self.come(label, index, node, to, time &+ leg, label.isRested, cost, stay)
      if !label.isRested {
        let rested = piece.restedArrival[leg &* size &+ time]
        if rested <= Int32(piece.width) { self.come(label, index, node, to, Int(rested), true, cost, stay) }
      }
    }
  }

  @inline(__always)
  private mutating func come(
    _ label: DayPricing.Label, _ index: Int32, _ node: Int, _ to: PieceNetwork.Node, _ time: Int, _ isRested: Bool,
    _ cost: Double, _ stay: Int32
  ) {
    let width = self.piece.width
    guard time <= width else { return }
    let row = node &* (width &+ 1)
    var start = self.piece.next[row &+ time]
    let layer = self.piece.isRestDue && isRested ? 1 : 0
    let ready = self.table.row(layer, to.place, Int(stay)) &* self.piece.row
    let contact = Int(label.contact) &+ to.units
    while start < PieceNetwork.none {
      let done = Int(start) &+ to.units
      guard done <= width else { return }
      var total = cost
      if self.piece.hasStartPoints[node] {
        total += Double(self.piece.startPoints[row &+ Int(start)]) * DayPricing.scale
      }
      let kept = self.remembersAll ? label.seen : label.seen & self.piece.nearBits[node]
      let seen = kept | self.piece.masks[node]
      if self.mayPay(total, cell: ready &+ done, contact: contact, seen: seen) {
        if !self.least.isEmpty {
          let cell = (layer &* self.piece.nodes.count &+ node) &* (width &+ 1) &+ done
          guard total < self.least[cell] else { return }
          self.least[cell] = total
        }
        if self.count == self.labelSize { self.grow() }
        self.labels[self.count] = DayPricing.Label(
          cost: total, seen: seen, time: Int32(done),
          contact: Int32(contact), node: Int32(node), stay: stay, parent: index, nextAtTime: self.atTime[done],
          isRested: isRested)
        self.atTime[done] = Int32(self.count)
        self.count &+= 1
      }
      guard self.piece.hasStartPoints[node] else { return }
      start = self.piece.cheaper[row &+ Int(start)]
    }
  }

  /// What a label's route costs with the way home; `nil` when the day is over before.
  @inline(__always)
  func costHome(_ label: DayPricing.Label) -> Double? {
    let leg = Int(self.piece.legs[self.piece.nodes[Int(label.node)].place &* self.piece.places &+ self.piece.to])
    let time = Int(label.time)
    let end =
      label.isRested ? Int32(time &+ leg) : self.piece.restedArrival[leg &* (self.piece.width &+ 1) &+ time]
    return end <= Int32(self.piece.width) ? label.cost + self.prices.travel * Double(leg) : nil
  }

  func nodes(of label: Int32) -> [Int32] {
    var nodes: [Int32] = []
    var label = label
    while label >= 0 {
      nodes.append(self.labels[Int(label)].node)
      label = self.labels[Int(label)].parent
    }
    return nodes.reversed()
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<DayPricing.Label>.allocate(capacity: self.labelSize * 2)
    grown.moveInitialize(from: self.labels, count: self.count)
    self.labels.deallocate()
    self.labels = grown
    self.labelSize *= 2
  }
}
