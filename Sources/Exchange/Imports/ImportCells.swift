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
  /// By our column, for a file of another system.
  private var translated: [String: String]?

  init(_ row: CSVRow, _ header: ImportHeader, _ layout: ImportLayout, _ file: String) {
    self.row = row
    self.header = header
    self.layout = layout
    self.file = file
    if let translation = header.translation { self.translate(by: translation) }
  }

  /// Turns the cells of another system's file into ours, once; a cell that can't be turned is a problem.
  private mutating func translate(by mapping: ImportMapping) {
    var cells = mapping.constants
    let found = self.header.positions.map { (name: $0.key, position: $0.value) } + self.header.others
    for (name, position) in found.sorted(by: { $0.position < $1.position }) {
      let text = trimmed(self.row[position])
      guard !text.isEmpty, let source = mapping.sources[name] else { continue }
      if let form = source.dateForm {
        guard let date = form.date(text) else {
          self.problem(.importCell, name, "the cell is not a date", "write it as \(form.rawValue)")
          continue
        }
        cells[name] = "\(date)"
      } else if source.values.isEmpty {
        cells[name] = text
      } else if let code = source.values[text] {
        cells[name] = code
      } else {
        let known = source.values.keys.sorted().joined(separator: ", ")
        self.problem(.importCell, name, "the mapping has no value for this cell", "it knows \(known)")
      }
    }
    self.translated = cells
  }

  /// The cell without the white space around it; `nil` when it is empty or the file has no such column.
  public func text(_ column: String) -> String? {
    if let translated = self.translated { return translated[column] }
    guard let position = self.header.positions[column] else { return nil }
    let text = trimmed(self.row[position])
    return text.isEmpty ? nil : text
  }

  /// The columns that the layout does not name and whose cells are not empty, in the order of the file.
  public var others: [(name: String, text: String)] {
    if let translated = self.translated {
      let known = Set(self.layout.columns.map(\.name))
      let mapped = self.header.others.map(\.name)
      let constant = translated.keys.filter { !known.contains($0) && !mapped.contains($0) }.sorted()
      return (mapped + constant).compactMap { name in translated[name].map { (name, $0) } }
    }
    return self.header.others.compactMap { other in
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
    let column = self.header.translation?.ownName(of: column) ?? column
    let fault = Fault(
      code,
      message,
      at: "\(self.file):\(self.row.number):\(column)",
      maybe: remedy
    )
    self.problems.append(ImportProblem(row: self.row.number, column: column, fault: fault))
  }
}
