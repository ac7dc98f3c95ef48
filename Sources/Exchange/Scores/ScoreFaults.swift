// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// The header of an answer file lacks a column or names one twice, or there is none.
  public static let scoreHeader = Fault.Code("score.header", .badInput)
  /// A cell beside the answers does not have the form of its column.
  public static let scoreCell = Fault.Code("score.cell", .badInput)
  /// The row has no score, and every row was to have one.
  public static let scoreUnscored = Fault.Code("score.unscored", .badInput)
}
