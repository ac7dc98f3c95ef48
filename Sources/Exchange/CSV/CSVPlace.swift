// SPDX-License-Identifier: Apache-2.0

/// Where in a CSV file a row begins: both count from 1.
public struct CSVPlace: Hashable, Sendable {
  /// The row as a spreadsheet numbers it.
  public var row: Int
  /// Differs from ``row`` after a cell that holds a line break.
  public var line: Int

  public init(row: Int = 1, line: Int = 1) {
    self.row = row
    self.line = line
  }
}

extension CSVReader {
  /// A reader that goes on in the middle of a file.
  ///
  /// - Parameters:
  ///   - place: where the next row begins; not the file's first.
  ///   - width: the number of cells of the file's first row.
  init(file: String, at place: CSVPlace, width: Int) {
    self.init(file: file)
    self.width = width
    self.number = max(2, place.row)
    self.line = place.line
    self.row.begin(number: self.number, line: self.line)
  }

  /// Where the next row begins.
  var nextPlace: CSVPlace { CSVPlace(row: self.number, line: self.line) }
}
