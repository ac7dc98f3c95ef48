// SPDX-License-Identifier: Apache-2.0

extension CompletionTable {
  /// One step of a cheapest way.
  struct Step {
    var value = Double.infinity
    var goal = Goal.home
    /// When the goal is reached, or the visit or break over.
    var time = 0
    var layer = 0

    enum Goal {
      case home
      case stop(Int)
      case visit(Int)
      case rest
    }

    mutating func take(_ value: Double, _ goal: Goal, at time: Int, layer: Int) {
      if value < self.value { self = Step(value: value, goal: goal, time: time, layer: layer) }
    }
  }

  /// The first step of a day that does a visit at all.
  func start(_ piece: PieceNetwork, _ prices: DayPricing.Prices) -> Step {
    var best = Step()
    for (stop, to) in self.stops.enumerated() {
      let leg = Int(piece.legs[piece.from * piece.places + to.place])
      let cost = prices.travel * Double(leg)
      best.take(self.coming(to: stop, at: leg, layer: 0) + cost, .stop(stop), at: leg, layer: 0)
      if piece.isRestDue, Int(piece.rested[0]) <= piece.width {
        let time = Int(piece.rested[0]) + leg
        best.take(self.coming(to: stop, at: time, layer: 1) + cost, .stop(stop), at: time, layer: 1)
      }
    }
    return best
  }

  private func coming(to stop: Int, at time: Int, layer: Int) -> Double {
    self.come[(layer * self.stops.count + stop) * self.span + time]
  }

  /// The nodes of the way that ``fill(_:_:_:limits:)`` last found cheapest, in order; empty where there is none.
  func cheapestWay(_ piece: PieceNetwork, _ prices: DayPricing.Prices) -> [Int] {
    var step = self.start(piece, prices)
    var way: [Int] = []
    if self.emptyWay(piece, prices) <= step.value { return way }
    var (place, set) = (piece.from, 0)
    while step.value < .infinity {
      let (time, layer) = (step.time, step.layer)
      var next = Step()
      switch step.goal {
      case .home: return way
      case .stop(let stop):
        (place, set) = (self.stops[stop].place, 0)
        self.look(&next, stop, set, time, layer, piece)
        if piece.isRestDue && layer == 0, Int(piece.rested[time]) <= piece.width {
          // The break first, and no leaving after it before a visit.
          let rested = Int(piece.rested[time])
          next.take(self.coming(to: stop, at: rested, layer: 1), .stop(stop), at: rested, layer: 1)
        }
      case .visit(let node):
        way.append(node)
        set |= self.stayBit[node]
        next = self.goingOn(place, set, time, layer, piece, prices)
      case .rest:
        next = self.goingOn(place, set, time, layer, piece, prices)
      }
      step = next
    }
    return way
  }

  private func look(_ step: inout Step, _ stop: Int, _ set: Int, _ time: Int, _ layer: Int, _ piece: PieceNetwork) {
    for node in self.stops[stop].nodes where self.stayBit[node] & set == 0 {
      let row = self.row(layer, self.stops[stop].place, set | self.stayBit[node]) * piece.row
      let units = piece.nodes[node].units
      let starts = node * (piece.width + 1)
      var start = piece.next[starts + time]
      while start < PieceNetwork.none, Int(start) + units <= piece.width {
        let end = Int(start) + units
        let hasPoints = piece.hasStartPoints[node]
        let points = hasPoints ? Double(piece.startPoints[starts + Int(start)]) * DayPricing.scale : 0
        step.take(self.finish[row + end] + points - self.worth[node], .visit(node), at: end, layer: layer)
        start = hasPoints ? piece.cheaper[starts + Int(start)] : PieceNetwork.none
      }
    }
  }

  private func goingOn(
    _ place: Int, _ set: Int, _ time: Int, _ layer: Int, _ piece: PieceNetwork, _ prices: DayPricing.Prices
  ) -> Step {
    var step = Step()
    let home = Int(piece.legs[place * piece.places + piece.to])
    let isRestAhead = piece.isRestDue && layer == 0
    if time + home <= piece.width, !isRestAhead || Int(piece.rested[time + home]) <= piece.width {
      step.take(prices.travel * Double(home), .home, at: time + home, layer: layer)
    }
    for (stop, to) in self.stops.enumerated() where to.place != place {
      let leg = Int(piece.legs[place * piece.places + to.place])
      step.take(
        self.coming(to: stop, at: time + leg, layer: layer) + prices.travel * Double(leg), .stop(stop), at: time + leg,
        layer: layer)
    }
    if self.stopOf[place] >= 0 { self.look(&step, self.stopOf[place], set, time, layer, piece) }
    if isRestAhead, Int(piece.rested[time]) <= piece.width {
      let rested = Int(piece.rested[time])
      step.take(self.finish[self.row(1, place, set) * piece.row + rested], .rest, at: rested, layer: 1)
    }
    return step
  }
}
