// SPDX-License-Identifier: Apache-2.0

/// The partial schedules of one route that are worth keeping, stop by stop.
///
/// A label is a way to have done the stops so far. It is kept while no other is at least as early, as cheap
/// and as rested. When a stop has more labels than fit, the latest goes: the earliest ones decide whether
/// the rest of the day is possible.
struct Labels {
  static let limit = 24

  let start: Ints
  let cost: Ints
  let rested: Ints
  let parent: Ints
  /// By stop: how many labels it has; those of stop `i` begin at `i * limit`.
  let count: Ints

  init(stops: Int, in arena: Arena) {
    let size = (stops + 2) * Self.limit
    self.start = arena.ints(size)
    self.cost = arena.ints(size)
    self.rested = arena.ints(size)
    self.parent = arena.ints(size)
    self.count = arena.ints(stops + 2)
  }

  @inline(__always)
  func add(stop: Int, start: Int, cost: Int, rested: Int, parent: Int) {
    let first = stop &* Self.limit
    var end = first &+ self.count[stop]
    var index = first
    while index < end {
      if self.start[index] <= start && self.cost[index] <= cost && self.rested[index] >= rested { return }
      index &+= 1
    }
    index = first
    while index < end {
      if self.start[index] >= start && self.cost[index] >= cost && self.rested[index] <= rested {
        end &-= 1
        self.move(end, to: index)
      } else {
        index &+= 1
      }
    }
    if end &- first == Self.limit {
      var latest = first
      for index in first..<end where self.start[index] > self.start[latest] { latest = index }
      if self.start[latest] <= start {
        self.count[stop] = end &- first
        return
      }
      end &-= 1
      self.move(end, to: latest)
    }
    self.start[end] = start
    self.cost[end] = cost
    self.rested[end] = rested
    self.parent[end] = parent
    self.count[stop] = end &- first &+ 1
  }

  @inline(__always)
  private func move(_ from: Int, to: Int) {
    self.start[to] = self.start[from]
    self.cost[to] = self.cost[from]
    self.rested[to] = self.rested[from]
    self.parent[to] = self.parent[from]
  }
}
