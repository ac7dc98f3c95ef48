// SPDX-License-Identifier: Apache-2.0

/// A JSON number kept as it is written, so that `1.10` stays `1.10` and nothing is lost to a `Double`.
public struct JSONNumber: Hashable, Sendable {
  /// Bytes that a number may take.
  public static let longest = 64

  /// At most ``longest`` bytes of RFC 8259's number grammar. Without fraction or exponent it fits an `Int`.
  public let written: String

  public init(_ value: Int) { self.written = String(value) }

  /// The shortest form that reads back as `value`, laid out as RFC 8785 (ECMAScript) lays it out: `1`, `0.5`, `1e-7`;
  /// from 2⁶³ on it has an exponent, so that it is never taken for a whole number past 64 bits. Negative zero becomes
  /// `0`. `nil` for infinities and NaN, which JSON has no form for.
  public init?(_ value: Double) {
    guard let written = ShortestDouble.text(value) else { return nil }
    self.written = written
  }

  /// `nil` for what ``JSONValue/init(reading:limits:)`` would not read as one number.
  public init?(written: String) {
    guard let value = try? JSONValue(reading: Array(written.utf8)), case .number(let number) = value,
      number.written.utf8.count == written.utf8.count
    else { return nil }
    self = number
  }

  /// - Precondition: `checked` keeps the promise of ``written``.
  init(checked: String) { self.written = checked }

  /// `nil` when it is written with a fraction or an exponent, even if those come to nothing (`1.0`, `1e0`).
  public var whole: Int? {
    var magnitude: UInt64 = 0
    var isNegative = false
    for byte in self.written.utf8 {
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else if (0x30...0x39).contains(byte) {
        magnitude = magnitude &* 10 &+ UInt64(byte &- 0x30)
      } else {
        return nil
      }
    }
    return Int(truncatingIfNeeded: isNegative ? 0 &- magnitude : magnitude)
  }

  /// The nearest `Double`; `nil` when the number lies beyond the largest one.
  public var double: Double? {
    guard let value = Double(self.written), value.isFinite else { return nil }
    return value
  }
}
