// SPDX-License-Identifier: Apache-2.0

/// The response codes of a screener, found by their bytes.
///
/// A code of one byte is looked up by it, one of up to eight by a hash table with the code itself as key. A longer
/// code, or one that is not ASCII, is not in here: a cell that holds one is "not found" and goes the slow way.
struct PlanCodes: Sendable {
  /// One response set: its 256 single bytes begin at `single`, its slots at `slots`.
  struct Table: Sendable {
    let single: Int
    let slots: Int
    let mask: Int
  }

  private(set) var tables: [Table] = []
  private var singles: [Int16] = []
  private var keys: [UInt64] = []
  private var values: [Int16] = []

  /// - Parameter codes: in declared order; the place of a code is its response.
  /// - Returns: the number of the set's table.
  mutating func add(_ codes: [String]) -> Int {
    var size = 2
    while size < codes.count * 2 { size *= 2 }
    let table = Table(single: self.singles.count, slots: self.keys.count, mask: size - 1)
    self.tables.append(table)
    self.singles.append(contentsOf: [Int16](repeating: AnswerSheet.blank, count: 256))
    self.keys.append(contentsOf: [UInt64](repeating: 0, count: size))
    self.values.append(contentsOf: [Int16](repeating: AnswerSheet.blank, count: size))
    for (position, code) in codes.enumerated() {
      guard let key = Self.key(code), let response = Int16(exactly: position) else { continue }
      if key < 0x80 {
        self.singles[table.single + Int(key)] = response
      } else {
        var slot = Self.slot(key) & table.mask
        while self.keys[table.slots + slot] != 0 { slot = (slot + 1) & table.mask }
        self.keys[table.slots + slot] = key
        self.values[table.slots + slot] = response
      }
    }
    return self.tables.count - 1
  }

  /// The response that a cell stands for; ``AnswerSheet/blank`` when it is none of the table's.
  ///
  /// - Parameter cell: not empty.
  @inline(__always)
  func response(_ cell: UnsafeRawBufferPointer, in number: Int) -> Int16 {
    let table = self.tables[number]
    if cell.count == 1 { return self.singles[table.single + Int(cell[0])] }
    guard let key = Self.key(cell) else { return AnswerSheet.blank }
    var slot = Self.slot(key) & table.mask
    while self.keys[table.slots + slot] != 0 {
      if self.keys[table.slots + slot] == key { return self.values[table.slots + slot] }
      slot = (slot + 1) & table.mask
    }
    return AnswerSheet.blank
  }

  /// Up to eight bytes as one number, the first byte lowest; `nil` for none and for more. A text without NUL has a
  /// key of its own.
  @inline(__always)
  static func key(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard (1...8).contains(bytes.count) else { return nil }
    var key: UInt64 = 0
    for index in 0..<bytes.count { key |= UInt64(bytes[index]) << UInt64(8 * index) }
    return key
  }

  /// The key of an ASCII text without NUL; `nil` for any other.
  static func key(_ text: String) -> UInt64? {
    guard text.utf8.allSatisfy({ (1...0x7F).contains($0) }) else { return nil }
    return Array(text.utf8).withUnsafeBytes { Self.key($0) }
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
