// SPDX-License-Identifier: Apache-2.0

/// Makes time-ordered identifiers (RFC 9562, version 7): 48 bits of Unix milliseconds, then random bits.
public enum UUIDv7 {
  /// - Parameters:
  ///   - instant: the moment of making; two ids made in different milliseconds sort by it.
  ///   - random: 74 of these 128 bits are used.
  public static func text(at instant: Instant, random: (UInt64, UInt64)) -> String {
    let milliseconds = UInt64(max(0, instant.microseconds / 1000))
    let high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    let low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
    let digits = Array(hexadecimal(high) + hexadecimal(low))
    return [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20..<32]]
      .map { String($0) }.joined(separator: "-")
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
