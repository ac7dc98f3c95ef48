// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The cells of one row by the names of a layout, and the problems found in them so far.
///
/// A reader asks for every cell it needs, whether or not an earlier one was bad, and gives up at the end:
/// so one run names all that is wrong. An empty cell is missing, never 0.
public struct ImportCells {
  let row: CSVRow
  let header: ImportHeader
  let layout: ImportLayout
  let file: String
  public private(set) var problems: [ImportProblem] = []

  init(_ row: CSVRow, _ header: ImportHeader, _ layout: ImportLayout, _ file: String) {
    self.row = row
    self.header = header
    self.layout = layout
    self.file = file
  }

  /// The cell without the white space around it; `nil` when it is empty or the file has no such column.
  public func text(_ column: String) -> String? {
    guard let position = self.header.positions[column] else { return nil }
    let text = trimmed(self.row[position])
    return text.isEmpty ? nil : text
  }

  /// The columns that the layout does not name and whose cells are not empty, in the order of the file.
  public var others: [(name: String, text: String)] {
    self.header.others.compactMap { other in
      let text = trimmed(self.row[other.position])
      return text.isEmpty ? nil : (other.name, text)
    }
  }

  public mutating func required(_ column: String) -> String? {
    if let text = self.text(column) { return text }
    self.problem(.importMissing, column, "the cell is empty", "every row needs a value in '\(column)'")
    return nil
  }

  /// A cell read by `read`. `form` completes the sentence "the cell is not …"; `remedy` says what is read.
  public mutating func value<Value>(
    _ column: String,
    _ form: String,
    _ remedy: String,
    _ read: (String) -> Value?
  ) -> Value? {
    guard let text = self.text(column) else { return nil }
    if let value = read(text) { return value }
    let shown = self.layout.isPersonal ? "the cell" : "'\(text.prefix(40))'"
    self.problem(.importCell, column, "\(shown) is not \(form)", remedy)
    return nil
  }

  public mutating func required<Value>(
    _ column: String,
    _ form: String,
    _ remedy: String,
    _ read: (String) -> Value?
  ) -> Value? {
    guard self.text(column) != nil else {
      self.problem(.importMissing, column, "the cell is empty", "every row needs \(form) in '\(column)'")
      return nil
    }
    return self.value(column, form, remedy, read)
  }

  public mutating func problem(
    _ code: Fault.Code,
    _ column: String,
    _ message: String,
    _ remedy: String
  ) {
    let fault = Fault(
      code,
      message,
      at: "\(self.file):\(self.row.number):\(column)",
      maybe: remedy
    )
    self.problems.append(ImportProblem(row: self.row.number, column: column, fault: fault))
  }
}
