// SPDX-License-Identifier: Apache-2.0

/// A view of 32-bit whole numbers in an ``Arena``, read and written as `Int`.
///
/// It holds no reference, so that copying and indexing cost no reference counting in the search's inner
/// loops; whoever keeps one keeps its arena. Bounds are checked in debug builds. What is stored fits 32
/// bits: minutes of a problem and weights of visits do by the problem's own limits.
struct Ints {
  let base: UnsafeMutablePointer<Int32>
  let count: Int

  subscript(index: Int) -> Int {
    @inline(__always) get {
      assert(index >= 0 && index < self.count, "index \(index) of \(self.count)")
      return Int(self.base[index])
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < self.count, "index \(index) of \(self.count)")
      self.base[index] = Int32(truncatingIfNeeded: newValue)
    }
  }

  /// Fills elements with one value.
  func fill(_ value: Int) { self.base.update(repeating: Int32(truncatingIfNeeded: value), count: self.count) }

  /// The `count` elements from `start` on, as a view of their own.
  func part(from start: Int, count: Int) -> Ints {
    assert(start >= 0 && count >= 0 && start + count <= self.count)
    return Ints(base: self.base + start, count: count)
  }
}
