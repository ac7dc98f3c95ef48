// SPDX-License-Identifier: Apache-2.0

/// What a positive and a negative screening mean where a stated share of children is affected.
///
/// Bayes: PPV = se·π/(se·π + (1−sp)(1−π)), NPV = sp(1−π)/(sp(1−π) + (1−se)π). The shares are taken as known, so there
/// is no interval.
public struct PredictiveValues: Hashable, Sendable {
  public let prevalence: Double
  /// `nil` where no child would screen positive.
  public let positive: Double?
  /// `nil` where no child would screen negative.
  public let negative: Double?

  /// Throws unless all three lie in 0...1.
  public init(sensitivity: Double, specificity: Double, prevalence: Double) throws(NoEstimate) {
    guard (0...1).contains(sensitivity) else { throw .badParameter("sensitivity") }
    guard (0...1).contains(specificity) else { throw .badParameter("specificity") }
    guard (0...1).contains(prevalence) else { throw .badParameter("prevalence") }
    self.prevalence = prevalence
    let truePositive = sensitivity * prevalence
    let falsePositive = (1 - specificity) * (1 - prevalence)
    let trueNegative = specificity * (1 - prevalence)
    let falseNegative = (1 - sensitivity) * prevalence
    self.positive =
      truePositive + falsePositive > 0 ? truePositive / (truePositive + falsePositive) : nil
    self.negative =
      trueNegative + falseNegative > 0 ? trueNegative / (trueNegative + falseNegative) : nil
  }
}
