// SPDX-License-Identifier: Apache-2.0

extension CompletionTable {
  typealias Times = SIMD4<Double>

  func fillBackwards(_ piece: PieceNetwork, _ prices: DayPricing.Prices) {
    let last = (piece.width / Self.block) * Self.block
    piece.ends.withUnsafeBufferPointer { ends in
      guard let ends = ends.baseAddress else { return }
      for first in Swift.stride(from: self.stride == 1 ? piece.width : last, through: 0, by: -self.stride) {
        for layer in Swift.stride(from: piece.isRestDue ? 1 : 0, through: 0, by: -1) {
          let isRestAhead = piece.isRestDue && layer == 0
          for stop in self.stops.indices { self.arrive(stop, first, layer, isRestAhead, piece, ends) }
          for index in self.places.indices { self.goOn(index, first, layer, isRestAhead, piece, prices, ends) }
        }
      }
    }
  }

  /// From being at a place at each time of a block, with a visit of it to do next.
  @inline(__always)
  private func serve(
    _ node: Int, _ first: Int, _ row: Int, _ piece: PieceNetwork, _ ends: UnsafePointer<Int32>
  ) -> Times {
    let finish = self.finish.start + row &* piece.row
    let ends = ends + (node &* piece.row &+ first)
    if piece.hasStartPoints[node] { return self.serveByPoints(node, first, finish, piece) }
    let base = Int(ends[0])
    if ends[1] == ends[0] &+ 1 && ends[2] == ends[0] &+ 2 && ends[3] == ends[0] &+ 3 {
      return UnsafeRawPointer(finish + base).loadUnaligned(as: Times.self) - self.worth[node]
    }
    return Times(finish[base], finish[Int(ends[1])], finish[Int(ends[2])], finish[Int(ends[3])]) - self.worth[node]
  }

  private func serveByPoints(
    _ node: Int, _ first: Int, _ finish: UnsafeMutablePointer<Double>, _ piece: PieceNetwork
  ) -> Times {
    var times = Times(repeating: .infinity)
    let row = node &* (piece.width &+ 1)
    let units = piece.nodes[node].units
    for offset in 0..<Self.block where first &+ offset <= piece.width {
      var start = piece.next[row &+ first &+ offset]
      while start < PieceNetwork.none, Int(start) &+ units <= piece.width {
        let points = Double(piece.startPoints[row &+ Int(start)]) * DayPricing.scale
        times[offset] = min(times[offset], finish[Int(start) &+ units] + points - self.worth[node])
        start = piece.cheaper[row &+ Int(start)]
      }
    }
    return times
  }

  @inline(__always)
  private func least(_ a: Times, _ b: Times) -> Times { a.replacing(with: b, where: b .< a) }

  private func arrive(
    _ stop: Int, _ first: Int, _ layer: Int, _ isRestAhead: Bool, _ piece: PieceNetwork, _ ends: UnsafePointer<Int32>
  ) {
    var best = Times(repeating: .infinity)
    let line = self.row(layer, self.stops[stop].place, 0)
    for node in self.stops[stop].nodes {
      best = self.least(best, self.serve(node, first, line &+ self.stayBit[node], piece, ends))
    }
    let come = self.come.start + (layer &* self.stops.count &+ stop) &* self.span
    if isRestAhead {
      let rested = come + self.stops.count &* self.span
      for offset in 0..<Self.block { best[offset] = min(best[offset], rested[Int(piece.rested[first &+ offset])]) }
    }
    UnsafeMutableRawPointer(come + first).storeBytes(of: best, as: Times.self)
  }

  /// From being done at a place: home, to another place, to a further visit here, or to the break.
  private func goOn(
    _ index: Int, _ first: Int, _ layer: Int, _ isRestAhead: Bool, _ piece: PieceNetwork, _ prices: DayPricing.Prices,
    _ ends: UnsafePointer<Int32>
  ) {
    let place = self.places[index]
    let home = Int(piece.legs[place &* piece.places &+ piece.to])
    var away = Times(repeating: .infinity)
    for offset in 0..<Self.block {
      let time = first &+ offset &+ home
      guard time <= piece.width, !isRestAhead || Int(piece.rested[time]) <= piece.width else { continue }
      away[offset] = prices.travel * Double(home)
    }
    let come = UnsafeRawPointer(self.come.start + (layer &* self.stops.count &* self.span &+ first))
    self.ways.withUnsafeBufferPointer { ways in
      for way in self.firstWay[index]..<self.firstWay[index &+ 1] {
        let byte = ways[way].offset &* MemoryLayout<Double>.stride
        away = self.least(away, come.loadUnaligned(fromByteOffset: byte, as: Times.self) + ways[way].cost)
      }
    }
    let line = self.row(layer, place, 0)
    let rested = self.finish.start + (line &+ self.rows) &* piece.row
    let stop = self.stopOf[place]
    let sets = stop < 0 ? 1 : self.stops[stop].sets
    for set in 0..<sets {
      var best = away
      if stop >= 0 {
        for node in self.stops[stop].nodes where self.stayBit[node] & set == 0 {
          best = self.least(best, self.serve(node, first, line &+ (set | self.stayBit[node]), piece, ends))
        }
      }
      if isRestAhead {
        for offset in 0..<Self.block {
          best[offset] = min(best[offset], rested[set &* piece.row &+ Int(piece.rested[first &+ offset])])
        }
      }
      UnsafeMutableRawPointer(self.finish.start + ((line &+ set) &* piece.row &+ first)).storeBytes(
        of: best, as: Times.self)
    }
  }
}
