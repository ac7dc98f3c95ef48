// SPDX-License-Identifier: Apache-2.0

/// How the distance of two sites is counted. Published results under different conventions can't be compared.
public enum RoutingDistance: String, Sendable, CaseIterable {
  /// Euclid in double precision, not rounded.
  case exact
  /// Euclid cut (not rounded) after one decimal, as in the DIMACS challenge of 2022 and in most exact methods. Routes
  /// that are in time under it may be late under ``exact``.
  case truncated1 = "truncated-1"

  public func between(_ a: RoutingProblem.Site, _ b: RoutingProblem.Site) -> Double {
    let (x, y) = (a.x - b.x, a.y - b.y)
    let distance = (x * x + y * y).squareRoot()
    switch self {
    case .exact: return distance
    case .truncated1: return (distance * 10).rounded(.down) / 10
    }
  }

  /// The convention in words, for a person who compares figures.
  public var sentence: String {
    switch self {
    case .exact: "exact Euclidean distance in double precision, no rounding"
    case .truncated1: "Euclidean distance of every leg truncated after one decimal"
    }
  }
}
