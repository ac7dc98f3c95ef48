// SPDX-License-Identifier: Apache-2.0

extension CompletionTable {
  struct Next {
    var value = Double.infinity
    var stop = -1
    var time = 0
    var layer = 0
  }

  /// The best stop to go on to from a place, after a visit of a bit.
  func bestNext(
    from place: Int, at time: Int, layer: Int, after bit: Int, _ piece: PieceNetwork, _ prices: DayPricing.Prices
  ) -> Next {
    var best = Next()
    func look(_ stop: Int, _ time: Int, _ layer: Int, _ cost: Double) {
      let value = self.coming(to: stop, at: time, layer: layer, after: bit) + cost
      if value < best.value { best = Next(value: value, stop: stop, time: time, layer: layer) }
    }
    for (stop, to) in self.stops.enumerated() {
      let leg = Int(piece.legs[place * piece.places + to])
      let cost = prices.travel * Double(leg)
      look(stop, time + leg, layer, cost)
      if piece.isRestDue && layer == 0 {
        let rested = piece.restedArrival[leg * (piece.width + 1) + time]
        if rested <= Int32(piece.width) { look(stop, Int(rested), 1, cost) }
      }
    }
    return best
  }

  func coming(to stop: Int, at time: Int, layer: Int, after bit: Int) -> Double {
    let cell = (layer * self.stops.count + stop) * self.span + time
    return bit >= 0 && self.comeBit[cell] == Double(bit) ? self.comeOther[cell] : self.come[cell]
  }

  /// The nodes of the way that ``fill(_:_:_:limits:)`` last found cheapest, in order; empty where there is none.
  func cheapestWay(_ piece: PieceNetwork, _ prices: DayPricing.Prices) -> [Int] {
    let size = piece.width + 1
    var way: [Int] = []
    var bit = -1
    var next = self.bestNext(from: piece.from, at: 0, layer: 0, after: bit, piece, prices)
    if self.emptyWay(piece, prices) <= next.value { return [] }
    while next.value < .infinity {
      let line = next.layer * piece.nodes.count
      let coming = self.coming(to: next.stop, at: next.time, layer: next.layer, after: bit)
      guard
        let node = self.inUse.first(where: {
          self.stopOf[piece.nodes[$0].place] == next.stop && self.arrive[(line + $0) * size + next.time] == coming
            && (piece.nodes[$0].bit != bit || bit < 0)
        })
      else { break }
      way.append(node)
      let entry = piece.nodes[node]
      bit = entry.bit
      let ready = (next.layer * piece.places + entry.place) * size
      var start = piece.next[node * size + next.time]
      var (done, least) = (-1, Double.infinity)
      while start < PieceNetwork.none, Int(start) + entry.units <= piece.width {
        var value = self.finishing(ready + Int(start) + entry.units, after: bit)
        if piece.hasStartPoints[node] {
          value += Double(piece.startPoints[node * size + Int(start)]) * DayPricing.scale
        }
        if value < least { (done, least) = (Int(start) + entry.units, value) }
        guard piece.hasStartPoints[node] else { break }
        start = piece.cheaper[node * size + Int(start)]
      }
      guard done >= 0 else { break }
      next = self.bestNext(from: entry.place, at: done, layer: next.layer, after: bit, piece, prices)
      let home = Int(piece.legs[entry.place * piece.places + piece.to])
      let isHome =
        piece.isRestDue && next.layer == 0
        ? piece.restedArrival[home * size + done] <= Int32(piece.width) : done + home <= piece.width
      if isHome && prices.travel * Double(home) <= next.value { break }
    }
    return way
  }
}
