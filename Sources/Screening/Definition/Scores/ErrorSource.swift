// SPDX-License-Identifier: Apache-2.0

/// Where the standard error of a score comes from.
public enum ErrorSource: Hashable, Sendable {
  /// The reliability of the whole scale, between 0 and 1: one error for every child.
  case reliability(Double)
  /// An ability's own standard error, on the ability's scale: each child has their own.
  case ability(ScoreName)
}
