// SPDX-License-Identifier: Apache-2.0

/// A child's sex as the school census records it.
public enum Sex: String, Sendable, Hashable, Codable, CaseIterable {
  case female = "F"
  case male = "M"

  /// Reads `F` or `M` in either case; `nil` for anything else.
  public init?(code: some StringProtocol) { self.init(rawValue: closedUp(code)) }
}
