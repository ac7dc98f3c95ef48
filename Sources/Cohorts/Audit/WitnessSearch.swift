// SPDX-License-Identifier: Apache-2.0

/// Looks for one whole table that fits a ``CountSystem``. What it finds proves what is possible; when it runs
/// out of patience nothing is proved, and the caller must take that for "no".
struct WitnessSearch {
  /// Fixing these fixes the whole table.
  let leaves: [Int]
  /// How many choices may prove wrong before giving up.
  var patience = 300

  private struct Decision {
    let position: Int
    let mark: Int
    let untried: ArraySlice<ClosedRange<Int>>
  }

  /// - Parameter preferred: the value each cell is given when it may have it, else the nearest it may have.
  func witness(_ start: CountSystem, preferred: [Int]) -> [Int]? {
    var system = start
    var decisions: [Decision] = []
    var wrong = 0
    var position = 0

    /// Takes the first of `ranges` that the system can bear.
    func take(_ ranges: ArraySlice<ClosedRange<Int>>, at place: Int) -> Bool {
      var rest = ranges
      while let range = rest.popFirst() {
        let mark = system.mark
        if system.restrict(self.leaves[place], to: range) {
          decisions.append(Decision(position: place, mark: mark, untried: rest))
          position = place
          return true
        }
        system.stepBack(to: mark)
        wrong += 1
      }
      return false
    }

    while position < self.leaves.count {
      let leaf = self.leaves[position]
      let (low, high) = (system.low[leaf], system.high[leaf])
      guard low < high else {
        position += 1
        continue
      }
      let value = min(max(preferred[leaf], low), high)
      var ranges = [value...value]
      if value > low { ranges.append(low...value - 1) }
      if value < high { ranges.append(value + 1...high) }
      var resumed = take(ranges[...], at: position)
      while !resumed {
        guard wrong <= self.patience, let last = decisions.popLast() else { return nil }
        system.stepBack(to: last.mark)
        wrong += 1
        resumed = take(last.untried, at: last.position)
      }
    }
    return system.low
  }
}
