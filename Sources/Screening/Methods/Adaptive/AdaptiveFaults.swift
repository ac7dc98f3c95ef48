// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// The rules do not fit together or do not fit the bank; see ``AdaptiveRules/problems(for:)``.
  public static let unsoundAdaptiveRules = Fault.Code("adaptive.unsound-rules", .badInput)
  /// An answer cannot have been given in this test.
  public static let adaptiveAnswer = Fault.Code("adaptive.answer", .badInput)
}
