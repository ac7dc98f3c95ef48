// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension RotaBound {
  /// Before the first round: moves the prices of the program over the routes known so far for a number of passes over all pieces, keeps the
  /// best bound met and its prices, and adds the routes met.
  ///
  /// Where weekly rules tie many days together the program's own prices are far off at first, and a pass costs one table a piece. Large
  /// problems, whose passes are dear, are left to the program.
  func ascend(goesOn: () -> Bool) {
    let passes = min(Self.mostPasses, Self.cellsOfAscent / max(1, self.cellsOfAPass))
    guard let incumbent = self.incumbent, passes >= Self.fewestPasses else { return }
    if self.current == nil { self.takeBranch() }
    guard self.current != nil, self.program.solve(limitsMoved: self.limitsMoved) else { return }
    self.limitsMoved = false
    let start = self.legal(self.program.prices.map { ($0 * DayPricing.scale).rounded() })
    var ascent = PriceAscent(self, from: start, target: incumbent)
    let handful = max(1, self.model.pieces.count / Self.movesOfAPass)
    var routes: [(piece: Int, nodes: [Int32])] = []
    var pace = Self.firstPace
    for pass in 0..<passes {
      let isStill = pass % Self.passesABound == 0
      var sum = self.fixedPart(ascent.prices)
      for index in self.model.pieces.indices {
        guard goesOn() else { return }
        let found = self.pricing.cheapestWay(on: self.model.pieces[index], self.prices(of: index, under: ascent.prices))
        sum += min(0, found.least)
        ascent.hold(found.least < 0 ? found.way : nil, costing: found.least, of: index)
        if found.least < 0 { routes.append((index, found.kept)) }
        if !isStill && index % handful == handful - 1 { ascent.move(pace: pace) }
      }
      if isStill {
        let outcome = Outcome(bound: sum / DayPricing.scale, isComplete: false, routes: [])
        _ = self.take(outcome, ascent.prices)
        ascent.move(pace: pace)
      }
      pace *= Self.slowing
    }
    self.add(routes.filter { !$0.nodes.isEmpty && self.model.starts(of: $0.nodes, on: $0.piece) != nil })
  }

  private var cellsOfAPass: Int {
    self.model.pieces.reduce(0) { $0 + $1.places * $1.places * $1.width * ($1.isRestDue ? 2 : 1) }
  }

  private static let mostPasses = 80
  private static let fewestPasses = 30
  /// Of tables, in all passes.
  private static let cellsOfAscent = 4_000_000_000
  private static let movesOfAPass = 40
  /// One pass in so many moves nothing and proves a bound.
  private static let passesABound = 5
  private static let firstPace = 0.03
  private static let slowing = 0.97
}
