// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One thing that is wrong with an imported file.
public struct ImportProblem: Sendable, CustomStringConvertible {
  /// The row as a spreadsheet numbers it (the header is row 1).
  public let row: Int
  /// The column's name, where one cell is to blame.
  public let column: String?
  /// The message, its place `file:row:column` and what to try.
  public let fault: Fault

  public var description: String { self.fault.description }
}

extension Fault.Code {
  /// A cell of an imported file does not hold what its column asks for.
  public static let importCell = Fault.Code("import.cell", .badInput)
  /// A required cell is empty.
  public static let importMissing = Fault.Code("import.missing", .badInput)
  /// Two rows of one file are about the same thing.
  public static let importTwice = Fault.Code("import.twice", .badInput)
  /// Two cells of one row contradict each other.
  public static let importContradiction = Fault.Code("import.contradiction", .badInput)
}
