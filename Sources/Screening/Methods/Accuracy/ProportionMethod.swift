// SPDX-License-Identifier: Apache-2.0

/// Which interval a proportion gets.
public enum ProportionMethod: String, Hashable, Sendable, CaseIterable {
  case wilson
  case clopperPearson = "clopper-pearson"

  /// Throws unless 0 ≤ successes ≤ n, n ≥ 1 and 0 < level < 1.
  public func proportion(_ successes: Int, of n: Int, level: Double = 0.95) throws(NoEstimate) -> Estimate {
    switch self {
    case .wilson: try WilsonInterval.proportion(successes, of: n, level: level)
    case .clopperPearson: try ClopperPearsonInterval.proportion(successes, of: n, level: level)
    }
  }
}
