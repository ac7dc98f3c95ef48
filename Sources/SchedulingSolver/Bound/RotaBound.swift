// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// Proves what no rota of a problem can cost less than, better and better, by column generation and branching.
///
/// The linear program over all day routes (``BoundModel``) is solved by adding the routes that its prices call for. The bound never rests
/// on the linear program's tolerance: for any prices y, rounded to whole fractions of a point,
///
///     y . limits of the rows + cheapest values of the loose variables + sum over the pieces of min(0, cheapest route under y)
///
/// is no more than the cost of any rota (Lagrangian bound), and so is the next cost that weights and travel can make. The program is split
/// by how many visits of a weight are left out, then by which, then by who goes and when; the bound is the lowest over the parts still open.
///
/// G. Desaulniers, J. Desrosiers, M. M. Solomon (eds), Column Generation, Springer 2005; smoothing of prices: P. Wentges, International
/// Transactions in Operational Research 4(2), 1997.
final class RotaBound {
  struct Branch {
    var decisions: [BranchDecision]
    /// Proved for this part, in points; not yet rounded to what costs can be.
    var bound: Double
    /// All routes that can matter in this part, once they are listed.
    var listed: ListedRoutes?
  }

  struct Column {
    let piece: Int
    let route: DayRoute
  }

  let model: BoundModel
  let program = LinearProgram()
  let pricing: DayPricing
  var columns: [Column] = []
  var known: [Int: Set<[Int32]>] = [:]

  var open: [Branch] = []
  var current: Branch?
  var closed: [[Bool]]
  var limitsMoved = true
  var lowerNow: [Double]
  var upperNow: [Double]
  var looseNow: [(lower: Double, upper: Double)]
  /// Prices under which the best bound of the current branch was found.
  var bestPrices: [Double]?
  /// That bound; it may be far below 0.
  var bestOutcome = -Double.infinity
  private(set) var rounds = 0
  var branchesDone = 0
  /// Prices under which the best bound of the whole problem, before any branching, was found.
  var rootPrices: [Double] = []
  /// Those of the current branch.
  var listed: ListedRoutes?
  /// The gap, as a part of the cost, above which they are not listed: there are too many on all but the smallest problems.
  var widestGap = 0.005
  /// The smallest gap, in points, at which there were too many of them.
  var triedGap = Double.infinity
  /// The routes, the most used first, of the last branch whose program was solved to the end; whoever makes a rota of them takes it.
  var solution: [(piece: Int, nodes: [Int32])]?
  /// The lowest bound of the parts that can't be split further.
  var lowestSettled = Double.infinity
  /// Of the linear program, last solved.
  private(set) var programCost = 0.0
  /// Cost of the best rota known; branches that can't beat it are closed.
  var incumbent: Int?
  /// Set once everything is proved: no rota costs less than this, or than the incumbent.
  var isFinished = false

  /// Points that meeting a slot's row by nothing costs: more than any way to meet it.
  let helpPoints: Double

  init(_ model: BoundModel) {
    self.model = model
    self.pricing = DayPricing(isMetric: model.isMetric)
    let rows = model.rows
    self.helpPoints = 2 * Double(model.problem.visits.map(\.weight).max() ?? 0) + 1_000_000
    self.closed = model.pieces.map { Array(repeating: false, count: $0.nodes.count) }
    self.lowerNow = rows.lower.map { $0.map(Double.init) ?? -LinearProgram.free }
    self.upperNow = rows.upper.map { $0.map(Double.init) ?? LinearProgram.free }
    self.looseNow = rows.loose.map { (Double($0.lower), Double($0.upper)) }
    self.program.addRows(lower: self.lowerNow, upper: self.upperNow)
    self.program.addColumns(
      cost: rows.loose.map { Double($0.cost) }, lower: self.looseNow.map(\.lower), upper: self.looseNow.map(\.upper),
      terms: rows.loose.map { $0.terms.map { ($0.row, Double($0.value)) } })
    // Lets every row of a slot be met at a price no rota pays, so that the program always has a solution.
    self.program.addColumns(
      cost: Array(repeating: self.helpPoints, count: model.slots), lower: Array(repeating: 0, count: model.slots),
      upper: Array(repeating: 1, count: model.slots), terms: (0..<model.slots).map { [($0, 1.0)] })
    self.open = [Branch(decisions: [], bound: 0)]
  }

  // MARK: - What is proved

  /// No rota costs less. 0 at first.
  var bound: Int {
    var lowest = Double.infinity
    for branch in self.open { lowest = min(lowest, branch.bound) }
    if let current = self.current { lowest = min(lowest, current.bound) }
    lowest = min(lowest, self.lowestSettled)
    if lowest == .infinity { return self.incumbent ?? 0 }
    let rounded = self.roundedUp(lowest)
    return self.incumbent.map { min($0, rounded) } ?? rounded
  }

  private func roundedUp(_ points: Double) -> Int {
    let step = Double(self.model.costStep)
    return Int((points / step).rounded(.up)) * self.model.costStep
  }

  func isClosed(_ bound: Double) -> Bool {
    self.incumbent.map { self.roundedUp(bound) >= $0 } ?? false
  }

  // MARK: - One round

  /// Solves the program once, asks every piece for routes once, and branches where nothing more comes.
  ///
  /// - Parameter goesOn: asked between pieces; `false` gives the round up with nothing lost but its routes.
  func round(goesOn: () -> Bool) {
    guard !self.isFinished else { return }
    if self.current == nil { self.takeBranch() }
    guard self.current != nil else { return }
    self.rounds += 1
    guard self.program.solve(limitsMoved: self.limitsMoved) else {
      // Numerical trouble: the branch keeps the bound it has and is not looked into further.
      self.branch(values: nil)
      return
    }
    self.limitsMoved = false
    self.programCost = self.program.objective
    let exact = self.legal(self.program.prices.map { ($0 * DayPricing.scale).rounded() })
    if self.isShareDue {
      self.askShare(exact, goesOn: goesOn)
      return
    }
    var asked = exact
    if let best = self.bestPrices, self.smoothing > 0 {
      asked = self.legal(zip(best, exact).map { (self.smoothing * $0 + (1 - self.smoothing) * $1).rounded() })
    }
    let pieces = self.model.pieces.indices
    guard let outcome = self.price(asked, pieces: pieces, goesOn: goesOn) else { return }
    let improved = self.take(outcome, asked)
    if let current = self.current, self.isClosed(current.bound) {
      self.closeBranch()
      return
    }
    let distance = self.programCost - outcome.bound
    let added = self.add(outcome.routes)
    defer { self.diveIfDue(goesOn: goesOn) }
    if self.effort == .quick && self.listed == nil {
      // Few routes come any more, or they help little: the rest is worth a thorough search.
      self.quickRounds += 1
      let fall = self.lastProgramCost - self.programCost
      self.lastProgramCost = self.programCost
      if added * 5 < pieces.count || fall < 0.0005 * self.programCost || self.quickRounds >= Self.mostQuickRounds {
        self.effort = .exact
      }
      self.sharesLeft = self.effort == .quick && pieces.count >= Self.shares * 20 ? Self.shares : 0
    } else if added == 0 || (distance < 0.01 && outcome.isComplete) {
      if self.smoothing > 0 && asked != exact {
        self.smoothing = 0
        return
      }
      if outcome.isComplete || self.mostLabels >= Self.labelCeiling {
        if !self.list(goesOn: goesOn) { self.branch(values: Array(self.program.values)) }
        return
      }
      self.mostLabels *= 4
    }
    if !improved && self.smoothing > 0.2 { self.smoothing -= 0.1 }
  }

  private var isShareDue: Bool { self.effort == .quick && self.sharesLeft > 0 && self.listed == nil }

  var smoothing = 0.6
  var mostLabels = 0
  /// Where the thorough search of a piece is given up at first: the more pieces, the sooner, so that a round ends in seconds.
  var fewestLabels: Int { max(10_000, min(100_000, 9_000_000 / max(1, self.model.pieces.count))) }
  var quickRounds = 0
  /// Thorough ones of all branches.
  var thoroughRounds = 0
  /// What the program cost in the last quick round that asked all.
  var lastProgramCost = Double.infinity
  var sharesLeft = 0
  static let shares = 3
  private static let mostQuickRounds = 10
  var effort = DayPricing.Effort.quick
  private static let labelCeiling = 2_000_000
}
