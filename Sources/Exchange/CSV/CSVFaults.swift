// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// A quotation mark stands where RFC 4180 has no place for one, or one is never closed.
  public static let csvQuote = Fault.Code("csv.quote", .badInput)
  /// A row has another number of cells than the header.
  public static let csvRagged = Fault.Code("csv.ragged", .badInput)
  /// The bytes are not the text they are said to be: a NUL, or not valid in the encoding.
  public static let csvEncoding = Fault.Code("csv.encoding", .badInput)
  /// A carriage return without its line feed.
  public static let csvLineEnd = Fault.Code("csv.line-end", .badInput)
  /// A cell, a row or the number of columns is over the limit.
  public static let csvTooLarge = Fault.Code("csv.too-large", .badInput)
  /// The header lacks a column, names one twice, or is missing.
  public static let csvHeader = Fault.Code("csv.header", .badInput)
}
