// SPDX-License-Identifier: Apache-2.0

/// What an adaptive test does next.
public enum AdaptiveStep: Hashable, Sendable {
  /// Ask the item at `position` of the bank, which has this much information at the estimate. The estimate is
  /// `nil` until an item is answered.
  case ask(position: Int, information: Double, estimate: AbilityEstimate?)
  case stop(StopReason, estimate: AbilityEstimate?)

  /// Why it ends, with the numbers that say so.
  public enum StopReason: Hashable, Sendable {
    /// The interval holds no cut.
    case clear(AdaptiveStop.Clear)
    /// The standard error has come down to the one asked for.
    case precise(standardError: Double, atMost: Double)
    /// As many items were asked as may be.
    case length(asked: Int, most: Int)
    /// The best item left would say too little.
    case littleLeft(information: Double, atLeast: Double)
    /// No item is left.
    case exhausted(asked: Int)
  }
}
