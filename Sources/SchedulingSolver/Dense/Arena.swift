// SPDX-License-Identifier: Apache-2.0

/// Owns the memory of one search; freed together.
final class Arena {
  private var blocks: [UnsafeMutablePointer<Int32>] = []

  private var problems: [UnsafeMutablePointer<DenseProblem>] = []

  deinit {
    for block in self.blocks { block.deallocate() }
    for problem in self.problems {
      problem.deinitialize(count: 1)
      problem.deallocate()
    }
  }

  /// Puts a problem's tables where they can be pointed at for as long as the arena lives.
  func keep(_ problem: DenseProblem) -> UnsafePointer<DenseProblem> {
    let place = UnsafeMutablePointer<DenseProblem>.allocate(capacity: 1)
    place.initialize(to: problem)
    self.problems.append(place)
    return UnsafePointer(place)
  }

  func ints(_ count: Int, repeating value: Int = 0) -> Ints {
    let block = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, count))
    block.initialize(repeating: Int32(truncatingIfNeeded: value), count: max(1, count))
    self.blocks.append(block)
    return Ints(base: block, count: count)
  }

  func ints(_ values: [Int]) -> Ints {
    let made = self.ints(values.count)
    for (index, value) in values.enumerated() { made[index] = value }
    return made
  }

  /// Lists of different lengths: those of `lists[i]` stand at `offsets[i]..<offsets[i + 1]` of `values`.
  func rows(_ lists: [[Int]]) -> (offsets: Ints, values: Ints) {
    var offsets = [0]
    offsets.reserveCapacity(lists.count + 1)
    for list in lists { offsets.append((offsets.last ?? 0) + list.count) }
    return (self.ints(offsets), self.ints(lists.flatMap { $0 }))
  }
}
