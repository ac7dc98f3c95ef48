// SPDX-License-Identifier: Apache-2.0

extension CompletionTable {
  func fillBackwards(_ piece: PieceNetwork, _ prices: DayPricing.Prices) {
    // Times are done in blocks no longer than the shortest visit: what a block asks of `finish` lies behind it.
    let block = self.inUse.contains { piece.nodes[$0].units < Self.block } ? 1 : Self.block
    let layers = piece.isRestDue ? 2 : 1
    var last = piece.width
    while last >= 0 {
      let times = max(0, last - block + 1)...last
      for layer in 0..<layers {
        for node in self.inUse { self.arrive(at: node, times, layer, piece) }
      }
      for layer in 0..<layers {
        let isRestAhead = layers == 2 && layer == 0
        for row in self.places.indices {
          if !isRestAhead && times.count == Self.block {
            self.leaveInBlock(row, times.lowerBound, layer, piece, prices)
          } else {
            self.leave(row, times, layer, isRestAhead: isRestAhead, piece, prices)
          }
        }
      }
      last = times.lowerBound - 1
    }
  }

  func arrive(at node: Int, _ times: ClosedRange<Int>, _ layer: Int, _ piece: PieceNetwork) {
    let size = piece.width &+ 1
    let entry = piece.nodes[node]
    let worth = self.worth[node]
    let stop = self.stopOf[entry.place]
    let line = (layer &* self.stops.count &+ stop) &* self.span
    let (come, comeOther, comeBit) = (self.come.start + line, self.comeOther.start + line, self.comeBit.start + line)
    let arrive = self.arrive.start + (layer &* piece.nodes.count &+ node) &* size
    let ready = (layer &* piece.places &+ entry.place) &* size
    let bit = Double(entry.bit)
    let hasPoints = piece.hasStartPoints[node]
    piece.next.withUnsafeBufferPointer { next in
      let row = node &* size
      for time in stride(from: times.upperBound, through: times.lowerBound, by: -1) {
        let start = next[row &+ time]
        guard start < PieceNetwork.none, time &+ entry.units <= piece.width else {
          arrive[time] = .infinity
          continue
        }
        if Int(start) != time {
          arrive[time] = arrive[time &+ 1]
        } else {
          var best = self.finishing(ready &+ time &+ entry.units, after: entry.bit)
          if hasPoints {
            best += Double(piece.startPoints[row &+ time]) * DayPricing.scale
            var later = piece.cheaper[row &+ time]
            while later < PieceNetwork.none {
              let end = Int(later) &+ entry.units
              guard end <= piece.width else { break }
              best = min(
                best,
                self.finishing(ready &+ end, after: entry.bit) + Double(piece.startPoints[row &+ Int(later)])
                  * DayPricing.scale)
              later = piece.cheaper[row &+ Int(later)]
            }
          }
          arrive[time] = best - worth
        }
        let value = arrive[time]
        if value < come[time] {
          if comeBit[time] != bit || bit < 0 { comeOther[time] = come[time] }
          come[time] = value
          comeBit[time] = bit
        } else if value < comeOther[time] && (comeBit[time] != bit || bit < 0) {
          comeOther[time] = value
        }
      }
    }
  }

  /// A whole block of times at once, with no break to take.
  func leaveInBlock(
    _ row: Int, _ first: Int, _ layer: Int, _ piece: PieceNetwork, _ prices: DayPricing.Prices
  ) {
    let place = self.places[row]
    let home = Int(piece.legs[place &* piece.places &+ piece.to])
    var best = SIMD4<Double>(repeating: .infinity)
    for offset in 0..<Self.block where first &+ offset &+ home <= piece.width {
      best[offset] = prices.travel * Double(home)
    }
    var bits = SIMD4<Double>(repeating: -1)
    var other = SIMD4<Double>(repeating: .infinity)
    let layerStart = layer &* self.stops.count &* self.span &+ first
    let come = UnsafeRawPointer(self.come.start + layerStart)
    let comeOther = UnsafeRawPointer(self.comeOther.start + layerStart)
    let comeBit = UnsafeRawPointer(self.comeBit.start + layerStart)
    self.ways.withUnsafeBufferPointer { ways in
      for index in (row &* self.stops.count)..<((row &+ 1) &* self.stops.count) {
        let way = ways[index]
        let byte = way.offset &* MemoryLayout<Double>.stride
        let value = come.loadUnaligned(fromByteOffset: byte, as: SIMD4<Double>.self) + way.cost
        guard any(value .< other) else { continue }
        let second = comeOther.loadUnaligned(fromByteOffset: byte, as: SIMD4<Double>.self) + way.cost
        let isBest = value .< best
        // What does not become the best may be the best but for its bit. Bits of different places are taken for different ones: where
        // they are not, `other` is lower than need be.
        let passed = value.replacing(with: best, where: isBest)
        best.replace(with: value, where: isBest)
        bits.replace(with: comeBit.loadUnaligned(fromByteOffset: byte, as: SIMD4<Double>.self), where: isBest)
        other.replace(with: passed, where: passed .< other)
        other.replace(with: second, where: second .< other)
      }
    }
    let line = (layer &* piece.places &+ place) &* (piece.width &+ 1) &+ first
    UnsafeMutableRawPointer(self.finish.start + line).storeBytes(of: best, as: SIMD4<Double>.self)
    UnsafeMutableRawPointer(self.finishOther.start + line).storeBytes(of: other, as: SIMD4<Double>.self)
    for offset in 0..<Self.block { self.finishBit[line &+ offset] = Int32(bits[offset]) }
  }

  func leave(
    _ row: Int, _ times: ClosedRange<Int>, _ layer: Int, isRestAhead: Bool, _ piece: PieceNetwork,
    _ prices: DayPricing.Prices
  ) {
    let size = piece.width &+ 1
    let place = self.places[row]
    let home = Int(piece.legs[place &* piece.places &+ piece.to])
    for time in times {
      let isHome =
        isRestAhead ? piece.restedArrival[home &* size &+ time] <= Int32(piece.width) : time &+ home <= piece.width
      var best = isHome ? prices.travel * Double(home) : .infinity
      var (other, bit) = (Double.infinity, -1.0)
      func look(_ cell: Int, _ cost: Double) {
        let value = self.come[cell] + cost
        guard value < other else { return }
        let second = self.comeOther[cell] + cost
        if value < best {
          if self.comeBit[cell] != bit || bit < 0 { other = min(other, best) }
          (best, bit) = (value, self.comeBit[cell])
        } else if self.comeBit[cell] != bit || bit < 0 {
          other = min(other, value)
        }
        other = min(other, second)
      }
      for next in self.stops.indices {
        let way = self.ways[row &* self.stops.count &+ next]
        look(layer &* self.stops.count &* self.span &+ way.offset &+ time, way.cost)
        if isRestAhead {
          let rested = piece.restedArrival[way.leg &* size &+ time]
          if rested <= Int32(piece.width) { look((self.stops.count &+ next) &* self.span &+ Int(rested), way.cost) }
        }
      }
      let cell = (layer &* piece.places &+ place) &* size &+ time
      self.finish[cell] = best
      self.finishOther[cell] = other
      self.finishBit[cell] = Int32(bit)
    }
  }
}
