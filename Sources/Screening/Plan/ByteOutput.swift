// SPDX-License-Identifier: Apache-2.0

/// Bytes on their way out: room that is filled, handed over and filled again, so that writing many rows allocates
/// only while the longest lot of them grows.
///
/// Every put makes sure of its room first; there is no unchecked write.
public struct ByteOutput: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes written since the last ``cut(to:)``.
  public private(set) var count = 0

  /// - Parameter capacity: the room at the start; it doubles when it is not enough.
  public init(capacity: Int = 65_536) {
    self.capacity = max(64, capacity)
    self.base = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
  }

  deinit { self.base.deallocate() }

  /// What was written; the bytes are only borrowed.
  public borrowing func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
    try body(UnsafeRawBufferPointer(start: self.base, count: self.count))
  }

  /// Forgets everything after the first `count` bytes. A count beyond what was written changes nothing.
  public mutating func cut(to count: Int) { self.count = min(max(0, count), self.count) }

  public mutating func put(_ byte: UInt8) {
    self.reserve(1)
    self.base[self.count] = byte
    self.count += 1
  }

  public mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    self.reserve(bytes.count)
    UnsafeMutableRawPointer(self.base + self.count).copyMemory(from: start, byteCount: bytes.count)
    self.count += bytes.count
  }

  public mutating func put(_ bytes: [UInt8]) { bytes.withUnsafeBytes { self.put($0) } }

  /// A whole number in decimal, as `String(value)` writes it.
  public mutating func put(number value: Int) {
    if value < 0 { self.put(0x2D) }
    self.put(magnitude: value.magnitude, digits: 1)
  }

  /// The text of `decimalText(value, decimals:)`.
  mutating func put(decimal value: Double, decimals: Int) {
    guard value.isFinite, abs(value) < 1e12 else { return }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
    if value < 0, units > 0 { self.put(0x2D) }
    self.put(magnitude: UInt(units / scale), digits: 1)
    guard decimals > 0 else { return }
    self.put(0x2E)
    self.put(magnitude: UInt(units % scale), digits: decimals)
  }

  /// `value` in decimal with leading zeros up to `digits`.
  private mutating func put(magnitude value: UInt, digits: Int) {
    var length = 1
    var rest = value / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    length = max(length, digits)
    self.reserve(length)
    rest = value
    var at = self.count + length
    while at > self.count {
      at -= 1
      self.base[at] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
    self.count += length
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if self.capacity - self.count < more { self.grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(self.capacity * 2, self.count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: self.base, count: self.count)
    self.base.deallocate()
    self.base = moved
    self.capacity = larger
  }
}
