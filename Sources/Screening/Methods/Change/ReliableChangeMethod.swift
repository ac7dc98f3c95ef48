// SPDX-License-Identifier: Apache-2.0

/// One published way to tell change from measurement error, with its parameters filled in.
public protocol ReliableChangeMethod: Sendable {
  var method: ReliableChange.Method { get }

  /// `nil` when the scores are too large for an index.
  func change(_ scores: ComparableScores) -> ReliableChange?
}
