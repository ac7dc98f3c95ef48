// SPDX-License-Identifier: Apache-2.0

/// Day routes that a search has met, the latest of every working day; the bound begins from them.
final class RoutePool {
  private var routes: [[[Int]]]
  private var known: Set<[Int]> = []
  private let most: Int

  /// - Parameter most: routes kept a working day.
  init(shifts: Int, most: Int) {
    self.routes = Array(repeating: [], count: shifts)
    self.most = most
  }

  /// Takes the route of one working day from a plan.
  func take(_ shift: Int, of plan: Plan, under problem: DenseProblem) {
    let first = shift * problem.stopLimit
    var slots: [Int] = []
    for index in 0..<plan.count[shift] {
      let visit = plan.stops[first + index]
      for slot in problem.slot[visit]..<problem.slot[visit + 1] where plan.holder[slot] == shift { slots.append(slot) }
    }
    guard self.known.insert([shift] + slots).inserted else { return }
    if self.routes[shift].count >= self.most { self.known.remove([shift] + self.routes[shift].removeFirst()) }
    self.routes[shift].append(slots)
  }

  /// The routes as sequences of nodes, those of shifts in order.
  func routes(in model: BoundModel) -> [(piece: Int, nodes: [Int32])] {
    var found: [(piece: Int, nodes: [Int32])] = []
    for (index, piece) in model.pieces.enumerated() {
      let node = Dictionary(
        piece.nodes.enumerated().map { ($1.slot, Int32($0)) }, uniquingKeysWith: { first, _ in first })
      for slots in self.routes[index] {
        let nodes = slots.compactMap { node[$0] }
        if nodes.count == slots.count { found.append((index, nodes)) }
      }
    }
    return found
  }
}
