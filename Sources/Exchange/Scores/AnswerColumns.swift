// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Where the header of an answer file says each thing stands.
struct AnswerColumns: Sendable {
  /// Cells of the header, and so of every row.
  let width: Int
  let child: Int
  let birth: Int
  let test: Int
  let language: Int?
  let gestation: Int?
  let concern: Int?
  /// The language that all answers of the row were given in.
  let spoken: Int?
  /// By item of the screener.
  let items: [Int]
  /// Columns that nothing reads, for people.
  let notes: [String]

  /// Every column beside the items that may be read.
  static let known: Set = [
    "child_ref", "birth_date", "test_date", "home_language", "weeks_gestation", "concern_slt", "answer_language",
  ]

  /// - Throws: `score.header` for a header that lacks a column or has one twice.
  init(header row: CSVRow, of screener: PreparedScreener, file: String) throws {
    func fault(_ message: String, _ hint: String) -> Fault {
      Fault(.scoreHeader, message, at: "\(file):1", maybe: hint)
    }
    var positions: [String: Int] = [:]
    for (position, cell) in row.cells.enumerated() {
      guard positions.updateValue(position, forKey: cell) == nil else {
        throw fault("the column '\(cell)' stands twice", "take one away")
      }
    }
    func required(_ column: String) throws -> Int {
      guard let position = positions[column] else {
        throw fault("there is no column '\(column)'", "add it; an item that nobody answered has empty cells")
      }
      return position
    }
    let items = screener.items.map(\.rawValue)
    let others = Set(positions.keys).subtracting(Self.known).subtracting(items).sorted()
    self.notes = others.isEmpty ? [] : ["not read: \(others.joined(separator: ", "))"]
    self.width = row.count
    self.child = try required("child_ref")
    self.birth = try required("birth_date")
    self.test = try required("test_date")
    self.language = positions["home_language"]
    self.gestation = positions["weeks_gestation"]
    self.concern = positions["concern_slt"]
    self.spoken = positions["answer_language"]
    self.items = try items.map(required)
  }
}
