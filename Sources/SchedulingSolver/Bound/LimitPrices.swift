// SPDX-License-Identifier: Apache-2.0

/// What a route is charged for the limits that a ``CompletionTable`` forgets: a price of a unit of visits, against the contact limit, and
/// a price of each use of a visit, against using it twice.
///
/// What a route that keeps the limits can be charged at most is paid back, so that a table filled under any prices says what no
/// route costs less than (Lagrangian relaxation). The prices are whole numbers, none below 0, and move by the subgradient: up where the
/// table's cheapest way breaks a limit, down where it leaves one unused (M. Held, P. Wolfe, H. P. Crowder, Mathematical Programming 6,
/// 1974).
struct LimitPrices {
  private(set) var contact = 0.0
  /// By bit of ``PieceNetwork/Node``.
  private(set) var repeats = [Double](repeating: 0, count: PieceNetwork.bits)
  /// The bits with a price.
  private(set) var priced = PieceNetwork.Bits()
  private(set) var sumOfRepeats = 0.0

  /// What a route can be charged at most.
  func most(of piece: PieceNetwork) -> Double { self.contact * Double(piece.contactLimit) + self.sumOfRepeats }

  @inline(__always)
  func charge(for node: PieceNetwork.Node) -> Double {
    self.contact * Double(node.units) + (node.bit < 0 ? 0 : self.repeats[node.bit])
  }

  /// What the visits of a set are charged for.
  @inline(__always)
  func charge(for seen: PieceNetwork.Bits) -> Double {
    let both = seen & self.priced
    guard both != PieceNetwork.Bits() else { return 0 }
    var sum = 0.0
    for word in 0..<PieceNetwork.bits / 64 {
      var bits = both[word]
      while bits != 0 {
        sum += self.repeats[word &* 64 &+ bits.trailingZeroBitCount]
        bits &= bits &- 1
      }
    }
    return sum
  }

  /// Moves the prices after a way of `nodes`.
  ///
  /// - Parameter gap: how much the table could still rise at most, in the unit of the prices.
  /// - Returns: whether a price moved; if none does, the way keeps to every limit and its charge is paid back in full.
  mutating func move(after nodes: [Int], on piece: PieceNetwork, gap: Double) -> Bool {
    var uses = [Int](repeating: 0, count: PieceNetwork.bits)
    var units = 0
    for node in nodes {
      units += piece.nodes[node].units
      if piece.nodes[node].bit >= 0 { uses[piece.nodes[node].bit] += 1 }
    }
    // A visit counts as much as a middling one's units, so that no limit drowns the other.
    let visit = Double(max(1, nodes.isEmpty ? piece.contactLimit / 6 : units / nodes.count))
    var over = Double(units - piece.contactLimit) / visit
    if over < 0 && self.contact == 0 { over = 0 }
    var square = over * over
    for bit in uses.indices where uses[bit] > 1 || (uses[bit] == 0 && self.repeats[bit] > 0) {
      square += Double((uses[bit] - 1) * (uses[bit] - 1))
    }
    guard square > 0 else { return false }
    let step = gap / square
    let old = (self.contact, self.repeats)
    self.contact = max(0, (self.contact + step * over / visit).rounded())
    for bit in uses.indices where uses[bit] > 1 || (uses[bit] == 0 && self.repeats[bit] > 0) {
      self.repeats[bit] = max(0, (self.repeats[bit] + step * Double(uses[bit] - 1)).rounded())
    }
    self.priced = PieceNetwork.Bits()
    self.sumOfRepeats = 0
    for (bit, price) in self.repeats.enumerated() where price > 0 {
      self.priced[bit >> 6] |= 1 << UInt64(bit & 63)
      self.sumOfRepeats += price
    }
    return old != (self.contact, self.repeats)
  }
}
