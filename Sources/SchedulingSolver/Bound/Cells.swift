// SPDX-License-Identifier: Apache-2.0

/// Memory for a table that is laid out anew again and again; it only grows. Whoever holds it frees it.
struct Cells<Value: BitwiseCopyable> {
  private(set) var start = UnsafeMutablePointer<Value>.allocate(capacity: 1)
  private var size = 1

  /// Makes room for `count` cells; what they hold is not set.
  mutating func reserve(_ count: Int) {
    guard count > self.size else { return }
    self.start.deallocate()
    self.start = .allocate(capacity: count)
    self.size = count
  }

  /// Makes room for `count` cells and sets them all.
  mutating func fill(_ count: Int, with value: Value) {
    self.reserve(count)
    self.start.update(repeating: value, count: count)
  }

  func free() { self.start.deallocate() }

  @inline(__always)
  subscript(_ cell: Int) -> Value {
    get { self.start[cell] }
    nonmutating set { self.start[cell] = newValue }
  }
}
