// SPDX-License-Identifier: Apache-2.0

/// A whole percentage made from two released counts, so that it says no more than they do.
public enum ReleasedPercent: Hashable, Sendable {
  /// 0 to 100, a half rounded up.
  case percent(Int)
  /// A number behind it is hidden, or the base is under what the policy asks. Printed `c`.
  case suppressed
  /// Nobody in the base. Printed `z`.
  case notApplicable

  public var symbol: String {
    switch self {
    case .percent(let value): String(value)
    case .suppressed: "c"
    case .notApplicable: "z"
    }
  }

  package init(_ part: ReleasedCell, of base: ReleasedCell, under policy: DisclosurePolicy) {
    switch (part, base) {
    case (_, .zero), (_, .notApplicable): self = .notApplicable
    case (.zero, .rounded(let whole)) where whole >= policy.smallestPercentBase: self = .percent(0)
    case (.rounded(let value), .rounded(let whole)) where whole >= policy.smallestPercentBase:
      self = .percent((value * 200 + whole) / (whole * 2))
    default: self = .suppressed
    }
  }
}
