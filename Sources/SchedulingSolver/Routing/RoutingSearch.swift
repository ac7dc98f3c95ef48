// SPDX-License-Identifier: Apache-2.0

import Glibc
import Vocabulary

/// One thread's search for short routes: ruin and recreate under simulated annealing.
struct RoutingSearch {
  /// Temperatures in legs of average length: at first and at the end.
  static let hottest = 1.0
  static let coldest = 0.01

  private(set) var best: RouteBook
  private(set) var iterations = 0
  private var working: RouteBook
  private var current: RouteBook
  private var removal: StringRemoval
  private var insertion: BlinkInsertion
  private var random: SeededGenerator

  init(_ problem: DenseRouting, seed: UInt64, in arena: Arena) {
    self.best = RouteBook(problem, in: arena)
    self.working = RouteBook(problem, in: arena)
    self.current = RouteBook(problem, in: arena)
    self.removal = StringRemoval(vehicles: problem.vehicles)
    self.insertion = BlinkInsertion(problem, in: arena)
    self.random = SeededGenerator(seed: seed)
  }

  /// Builds routes, then improves them until `left` says 0: how much of the search is still ahead, 1 to 0; it is
  /// asked every 32 rounds.
  mutating func run(left: (Int) -> Double) {
    let problem = self.working.problem
    var absent = Array(1..<max(1, problem.sites))
    self.insertion.recreate(&absent, in: &self.working, random: &self.random)
    self.keep(Array(0..<problem.vehicles))
    self.best = self.copied(self.current, over: self.best)
    guard problem.sites > 1 else { return }
    let unit = Double(max(1, self.current.distance)) / Double(problem.sites)
    let cooling = log(Self.coldest / Self.hottest)
    var temperature = 0.0
    var waiting = absent
    while true {
      if self.iterations & 31 == 0 {
        let ahead = left(self.iterations)
        if ahead <= 0 { break }
        temperature = unit * Self.hottest * exp(cooling * (1 - ahead))
      }
      self.iterations += 1
      var out = self.removal.ruin(&self.working, random: &self.random)
      out += waiting
      self.insertion.recreate(&out, in: &self.working, random: &self.random)
      let changed = self.removal.routes + self.insertion.routes
      if self.isAccepted(temperature, unit) {
        self.keep(changed)
        waiting = out
        if self.cost(self.current, unit) < self.cost(self.best, unit) {
          self.best = self.copied(self.current, over: self.best)
        }
      } else {
        for route in changed { self.working.copy(route, from: self.current) }
      }
    }
  }

  private mutating func isAccepted(_ temperature: Double, _ unit: Double) -> Bool {
    let worse = self.cost(self.working, unit) - self.cost(self.current, unit)
    return worse <= 0 || worse < -temperature * log(1 - self.random.unit())
  }

  /// Distance, and as much for every customer not served as no detour can be worth.
  private func cost(_ book: RouteBook, _ unit: Double) -> Double {
    Double(book.distance) + Double(book.unserved) * unit * 100
  }

  private mutating func keep(_ routes: [Int]) {
    for route in routes { self.current.copy(route, from: self.working) }
  }

  private func copied(_ source: RouteBook, over target: RouteBook) -> RouteBook {
    var target = target
    for route in 0..<source.problem.vehicles { target.copy(route, from: source) }
    return target
  }
}
