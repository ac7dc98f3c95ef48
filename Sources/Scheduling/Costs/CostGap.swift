// SPDX-License-Identifier: Apache-2.0

/// How far a rota can be from the best there is: (cost − bound) ÷ cost, where no rota costs less than the bound.
///
/// It is the share of the rota's own cost that a better one could save at most.
public struct CostGap: Sendable, Hashable {
  public let cost: Int
  /// At least 0, which no rota costs less than.
  public let bound: Int

  /// Returns `nil` unless both are known and the bound is one: not above the cost of a rota that exists.
  public init?(cost: Int?, bound: Int?) {
    guard let cost, let bound, bound <= cost, cost >= 0 else { return nil }
    self.cost = cost
    self.bound = max(0, bound)
  }

  /// Whether the rota is proved to be of the least cost.
  public var isClosed: Bool { self.bound == self.cost }

  /// From 0, proved optimal, to 1, nothing is known.
  public var share: Double { self.isClosed ? 0 : Double(self.cost - self.bound) / Double(self.cost) }

  /// The share in percent, rounded up to a tenth: only a closed gap reads `0.0%`.
  public var text: String {
    guard !self.isClosed else { return "0.0%" }
    let (whole, rest) = (self.cost - self.bound).multipliedReportingOverflow(by: 1_000)
    let tenths = rest ? 1_000 : (whole + self.cost - 1) / self.cost
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
