// SPDX-License-Identifier: Apache-2.0

/// The cheapest way to finish a working day from every place and time of a piece, with repeats allowed and the contact limit
/// forgotten.
final class CompletionTable {
  /// By layer, place and time: from being ready to leave a place. Layer 0 still has its break to take where one is due, layer 1
  /// has not.
  private(set) var finish = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  /// By layer, node and time: from coming to a node.
  private var arrive = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  private var finishSize = 1
  private var arriveSize = 1

  deinit {
    self.finish.deallocate()
    self.arrive.deallocate()
  }

  /// Fills the table under prices, a unit of visits costing `contactPrice` more.
  ///
  /// - Returns: what no route costs less than, the whole contact limit paid back at that price (Lagrangian relaxation of the limit).
  func fill(_ piece: PieceNetwork, _ prices: DayPricing.Prices, _ active: [Int], contactPrice: Double) -> Double {
    self.fillTable(piece, prices, active, contactPrice: contactPrice)
    let width = piece.width
    let span = width + 1 + piece.longestLeg
    var least = Double.infinity
    for node in active {
      let leg = Int(piece.legs[piece.from * piece.places + piece.nodes[node].place])
      var value = self.arrive[node * span + leg]
      if piece.isRestDue {
        let rested = piece.restedArrival[leg * (width + 1)]
        if rested <= Int32(width) { value = min(value, self.arrive[(piece.nodes.count + node) * span + Int(rested)]) }
      }
      least = min(least, value + prices.travel * Double(leg))
    }
    return least + prices.fixed - contactPrice * Double(piece.contactLimit)
  }

  private func fillTable(_ piece: PieceNetwork, _ prices: DayPricing.Prices, _ active: [Int], contactPrice: Double) {
    let width = piece.width
    let size = width + 1
    let span = size + piece.longestLeg
    let layers = piece.isRestDue ? 2 : 1
    self.reserve(finish: layers * piece.places * size, arrive: layers * piece.nodes.count * span)
    self.arrive.update(repeating: .infinity, count: layers * piece.nodes.count * span)
    self.finish.update(repeating: .infinity, count: layers * piece.places * size)
    let nodePlaces = active.map { piece.nodes[$0].place }
    let places = Set(nodePlaces).sorted()
    let worth = active.map { prices.worth[$0] - contactPrice * Double(piece.nodes[$0].units) }
    let (arrive, finish) = (self.arrive, self.finish)
    let travel = prices.travel
    // Times are done in blocks no longer than the shortest visit: what a block asks of `finish` lies behind it.
    let block = active.contains { piece.nodes[$0].units < Self.block } ? 1 : Self.block
    piece.legs.withUnsafeBufferPointer { legs in
      piece.next.withUnsafeBufferPointer { next in
        var last = width
        while last >= 0 {
          let first = max(0, last &- block &+ 1)
          for layer in 0..<layers {
            for (index, node) in active.enumerated() {
              let row = node &* size
              let line = (layer &* piece.nodes.count &+ node) &* span
              let ready = (layer &* piece.places &+ nodePlaces[index]) &* size
              for time in stride(from: last, through: first, by: -1) {
                let start = next[row &+ time]
                guard start < PieceNetwork.none else { continue }
                if Int(start) != time {
                  arrive[line &+ time] = arrive[line &+ time &+ 1]
                  continue
                }
                let done = time &+ piece.nodes[node].units
                guard done <= width else { continue }
                var best = finish[ready &+ done]
                if piece.hasStartPoints[node] {
                  best += Double(piece.startPoints[row &+ time]) * DayPricing.scale
                  var later = piece.cheaper[row &+ time]
                  while later < PieceNetwork.none {
                    let end = Int(later) &+ piece.nodes[node].units
                    guard end <= width else { break }
                    best = min(best, finish[ready &+ end] + Double(piece.startPoints[row &+ Int(later)]) * DayPricing.scale)
                    later = piece.cheaper[row &+ Int(later)]
                  }
                }
                arrive[line &+ time] = best - worth[index]
              }
            }
          }
          for layer in 0..<layers {
            let mustRest = layers == 2 && layer == 0
            let firstNode = layer &* piece.nodes.count
            for place in places {
              let home = Int(legs[place &* piece.places &+ piece.to])
              let ways = place &* piece.places
              let line = (layer &* piece.places &+ place) &* size
              if !mustRest && last &- first &+ 1 == Self.block {
                var best = SIMD4<Double>(repeating: .infinity)
                for offset in 0..<Self.block where first &+ offset &+ home <= width {
                  best[offset] = travel * Double(home)
                }
                for (index, node) in active.enumerated() {
                  let leg = Int(legs[ways &+ nodePlaces[index]])
                  let from = UnsafeRawPointer(arrive + ((firstNode &+ node) &* span &+ first &+ leg))
                  let value = from.loadUnaligned(as: SIMD4<Double>.self) + travel * Double(leg)
                  best.replace(with: value, where: value .< best)
                }
                for offset in 0..<Self.block { finish[line &+ first &+ offset] = best[offset] }
                continue
              }
              for time in first...last {
                var best = Double.infinity
                if mustRest {
                  if piece.restedArrival[home &* size &+ time] <= Int32(width) { best = travel * Double(home) }
                } else if time &+ home <= width {
                  best = travel * Double(home)
                }
                for (index, node) in active.enumerated() {
                  let leg = Int(legs[ways &+ nodePlaces[index]])
                  var value = arrive[(firstNode &+ node) &* span &+ time &+ leg]
                  if mustRest {
                    let rested = piece.restedArrival[leg &* size &+ time]
                    if rested <= Int32(width) {
                      value = min(value, arrive[(piece.nodes.count &+ node) &* span &+ Int(rested)])
                    }
                  }
                  best = min(best, value + travel * Double(leg))
                }
                finish[line &+ time] = best
              }
            }
          }
          last = first &- 1
        }
      }
    }
  }

  private static let block = 4

  private func reserve(finish: Int, arrive: Int) {
    if finish > self.finishSize {
      self.finish.deallocate()
      self.finish = .allocate(capacity: finish)
      self.finishSize = finish
    }
    if arrive > self.arriveSize {
      self.arrive.deallocate()
      self.arrive = .allocate(capacity: arrive)
      self.arriveSize = arrive
    }
  }
}
