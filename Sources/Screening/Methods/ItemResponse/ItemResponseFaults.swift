// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// The item bank has problems; see ``ItemBank/problems``.
  public static let unsoundBank = Fault.Code("bank.unsound", .badInput)
  public static let bankResponseCount = Fault.Code("bank.response-count", .badInput)
  public static let bankScoreOutside = Fault.Code("bank.score-outside", .badInput)
  /// The estimator's prior, range or grid cannot be computed with; see ``AbilityEstimator/problems``.
  public static let unsoundEstimator = Fault.Code("bank.unsound-estimator", .badInput)
}
