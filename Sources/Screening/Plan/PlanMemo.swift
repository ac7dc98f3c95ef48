// SPDX-License-Identifier: Apache-2.0

/// Derived scores that were worked out before, by month and points: a table of fixed size in which a new entry takes
/// the place of the old one at its slot.
struct PlanMemo {
  enum Outcome: UInt8 {
    /// The slot was never used.
    case unused
    /// No score; for an age equivalent beyond the table there is a text all the same.
    case absent
    case number
    /// A score without one number.
    case interval
    /// The norms have no value for these points at this age.
    case outsideNorms
  }

  struct Entry {
    var points = 0
    var months: Int32 = 0
    var outcome = Outcome.unused
    var isClipped = false
    var length: UInt8 = 0
    var number = 0.0
  }

  /// The longest text that is kept. The longest there is, an interval of two numbers below 10¹², has 34 bytes.
  static let width = 40

  private var entries: [Entry]
  private var texts: [UInt8]

  init(slots: Int) {
    self.entries = [Entry](repeating: Entry(), count: slots)
    self.texts = [UInt8](repeating: 0, count: slots * Self.width)
  }

  /// Writes the text of the entry at `slot` and returns it when it is for `points` at `months`.
  @inline(__always)
  func recall(_ slot: Int, points: Int, months: Int, to output: inout ByteOutput) -> Entry? {
    let entry = self.entries[slot]
    guard entry.points == points, Int(entry.months) == months, entry.outcome != .unused else { return nil }
    if entry.length > 0 {
      let from = slot * Self.width
      self.texts.withUnsafeBytes {
        output.put(UnsafeRawBufferPointer(rebasing: $0[from..<(from + Int(entry.length))]))
      }
    }
    return entry
  }

  /// Keeps an entry whose text is what `output` holds from `begin` on; one that is too long is not kept.
  mutating func keep(_ entry: Entry, at slot: Int, textFrom begin: Int, of output: borrowing ByteOutput) {
    let length = output.count - begin
    guard length <= Self.width else { return }
    var entry = entry
    entry.length = UInt8(length)
    self.entries[slot] = entry
    let to = slot * Self.width
    output.withBytes { bytes in
      for index in 0..<length { self.texts[to + index] = bytes[begin + index] }
    }
  }
}
