// SPDX-License-Identifier: Apache-2.0

/// A count as it may be printed.
public enum ReleasedCell: Hashable, Sendable, Codable {
  /// A true zero.
  case zero
  /// A count to the nearest multiple the policy says.
  case rounded(Int)
  /// More than the policy hides, yet it rounds to zero. Printed `low`.
  case low
  /// A small count, or another count hidden so that a small one cannot be worked out. Printed `c`.
  case suppressed
  /// A count that cannot exist. Printed `z`.
  case notApplicable

  /// As printed, with the symbols of Explore Education Statistics.
  public var symbol: String {
    switch self {
    case .zero: "0"
    case .rounded(let value): String(value)
    case .low: "low"
    case .suppressed: "c"
    case .notApplicable: "z"
    }
  }

  /// Reads what ``symbol`` writes; `nil` for anything else.
  public init?(symbol: String) {
    switch symbol {
    case "0": self = .zero
    case "low": self = .low
    case "c": self = .suppressed
    case "z": self = .notApplicable
    default:
      guard let value = Int(symbol), value > 0 else { return nil }
      self = .rounded(value)
    }
  }
}
