// SPDX-License-Identifier: Apache-2.0

/// Whole numbers known only by their bounds and by which are sums of which.
///
/// Tightening takes each sum in turn until nothing moves. Bounds only ever close in on what is possible, so a
/// value outside them is certainly impossible; a value inside need not be possible (``WitnessSearch``).
package struct CountSystem {
  package private(set) var low: [Int]
  package private(set) var high: [Int]
  package let sums: [TableShape.Sum]
  private let sumsOf: [[Int]]
  /// What was changed, newest last, so that a search can step back.
  private var trail: [(cell: Int, low: Int, high: Int)] = []

  package init(bounds: [ClosedRange<Int>], sums: [TableShape.Sum]) {
    self.low = bounds.map(\.lowerBound)
    self.high = bounds.map(\.upperBound)
    self.sums = sums
    var sumsOf = [[Int]](repeating: [], count: bounds.count)
    for (index, sum) in sums.enumerated() {
      for cell in sum.parts + [sum.whole] { sumsOf[cell].append(index) }
    }
    self.sumsOf = sumsOf
  }

  package var mark: Int { self.trail.count }

  package mutating func stepBack(to mark: Int) {
    while self.trail.count > mark, let change = self.trail.popLast() {
      self.low[change.cell] = change.low
      self.high[change.cell] = change.high
    }
  }

  /// Tightens from every sum. Returns the index of a sum that cannot hold, or `nil` when all may.
  package mutating func tighten() -> Int? { self.tighten(from: Array(self.sums.indices)) }

  /// Adds a bound and tightens. Returns whether the system may still hold.
  package mutating func restrict(_ cell: Int, to range: ClosedRange<Int>) -> Bool {
    guard self.set(cell, range.lowerBound, range.upperBound) else { return false }
    return self.tighten(from: self.sumsOf[cell]) == nil
  }

  private mutating func set(_ cell: Int, _ low: Int, _ high: Int) -> Bool {
    let newLow = max(low, self.low[cell])
    let newHigh = min(high, self.high[cell])
    guard newLow <= newHigh else { return false }
    if newLow != self.low[cell] || newHigh != self.high[cell] {
      self.trail.append((cell, self.low[cell], self.high[cell]))
      self.low[cell] = newLow
      self.high[cell] = newHigh
    }
    return true
  }

  private mutating func tighten(from start: [Int]) -> Int? {
    var queue = start
    var waiting = [Bool](repeating: false, count: self.sums.count)
    for index in queue { waiting[index] = true }
    var next = 0
    while next < queue.count {
      let index = queue[next]
      next += 1
      waiting[index] = false
      let before = self.trail.count
      guard self.apply(self.sums[index]) else { return index }
      for change in before..<self.trail.count {
        for other in self.sumsOf[self.trail[change].cell] where !waiting[other] {
          waiting[other] = true
          queue.append(other)
        }
      }
    }
    return nil
  }

  private mutating func apply(_ sum: TableShape.Sum) -> Bool {
    var lowest = 0
    var highest = 0
    for part in sum.parts {
      lowest += self.low[part]
      highest += self.high[part]
    }
    guard self.set(sum.whole, lowest, highest) else { return false }
    let (least, most) = (self.low[sum.whole], self.high[sum.whole])
    for part in sum.parts {
      let (partLow, partHigh) = (self.low[part], self.high[part])
      guard self.set(part, least - (highest - partHigh), most - (lowest - partLow)) else { return false }
      lowest += self.low[part] - partLow
      highest += self.high[part] - partHigh
    }
    return true
  }
}
