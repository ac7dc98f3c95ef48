// SPDX-License-Identifier: Apache-2.0

/// Why a tier's condition cannot be read.
public struct TierConditionError: Error, Hashable, CustomStringConvertible {
  /// Characters before the place where reading stopped; 0 is the start.
  public let position: Int
  /// What stands there: a word, or `the end`.
  public let found: String
  public let expected: String

  public init(position: Int, found: String, expected: String) {
    self.position = position
    self.found = found
    self.expected = expected
  }

  public var description: String {
    "found \(self.found) at character \(self.position + 1) where \(self.expected) was expected"
  }
}
