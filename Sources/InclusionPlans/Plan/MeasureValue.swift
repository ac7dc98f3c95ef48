// SPDX-License-Identifier: Apache-2.0

/// A figure of a plan measure in hundredths, so that 45.5 per cent is exact.
public struct MeasureValue: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Reads a decimal number with at most two decimals, `45`, `45.5`, `-0.25`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let isNegative = text.first == "-"
    let parts = (isNegative ? text.dropFirst() : text[...]).split(
      separator: ".",
      omittingEmptySubsequences: false
    )
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0].count <= 12, let whole = Int(parts[0])
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.count <= 2, let part = Int((decimals + "00").prefix(2)) else { return nil }
    self.hundredths = (whole * 100 + part) * (isNegative ? -1 : 1)
  }

  /// Without trailing zeros: `45`, `45.5`.
  public var description: String {
    let size = self.hundredths.magnitude
    let decimals = size % 100
    let sign = self.hundredths < 0 ? "-" : ""
    if decimals == 0 { return "\(sign)\(size / 100)" }
    return "\(sign)\(size / 100)."
      + (decimals % 10 == 0 ? "\(decimals / 10)" : decimals < 10 ? "0\(decimals)" : "\(decimals)")
  }

  public static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }
}
