// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What a file holds: the rows that are in order, and everything that is wrong with the others.
///
/// Nothing is thrown for bad data: all problems of all rows are collected, so that a person mends a file
/// once. A fault of the CSV itself ends the reading and is the last problem.
public struct Import<Row: ImportedRow>: Sendable {
  /// The rows without a problem, in the order of the file, each with its row number.
  public private(set) var rows: [(number: Int, row: Row)] = []
  public private(set) var problems: [ImportProblem] = []
  /// What was passed over and may surprise: columns that nothing reads.
  public private(set) var notes: [String] = []
  /// Rows below the header, in order or not.
  public private(set) var rowCount = 0

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - file: the name that problems carry.
  ///   - mapping: the file's own column names, each with the name of the layout it stands for; for files
  ///     of other systems. They go before the names of the layout.
  ///   - translation: for files of other systems whose dates or codes are written otherwise too; `mapping` is not
  ///     read then, and problems name the file's own columns.
  public init(
    _ bytes: [UInt8],
    file: String,
    encoding: CSVEncoding = .utf8,
    mapping: [String: String] = [:],
    translation: ImportMapping? = nil
  ) {
    var header: ImportHeader?
    var seen: [String: Int] = [:]
    do {
      try CSVReader.read(bytes, file: file, encoding: encoding, ragged: .pass) { row in
        if let header {
          self.read(row, header, file, &seen)
        } else if let translation {
          header = try ImportHeader(row, Row.layout, translation: translation, file: file)
        } else {
          header = try ImportHeader(row, Row.layout, mapping: mapping, file: file)
        }
      }
      if header == nil {
        throw Fault(
          .csvHeader,
          "the file is empty",
          at: file,
          maybe: "the first row names the columns: \(Row.layout.columnNames)"
        )
      }
    } catch let fault as Fault {
      self.problems.append(ImportProblem(row: self.rowCount + 1, column: nil, fault: fault))
    } catch {
      let fault = Fault(.importCell, "the file could not be read", at: file, cause: error)
      self.problems.append(ImportProblem(row: self.rowCount + 1, column: nil, fault: fault))
    }
    self.notes = header?.notes ?? []
  }

  /// The rows, when nothing is wrong.
  ///
  /// - Throws: the first problem; when there are more, its message says how many.
  public func checked() throws -> [Row] {
    guard var fault = self.problems.first?.fault else { return self.rows.map(\.row) }
    if self.problems.count > 1 {
      fault = Fault(
        fault.code,
        "\(fault.message); and \(self.problems.count - 1) more",
        at: fault.place,
        maybe: fault.hint
      )
    }
    throw fault
  }

  private mutating func read(
    _ row: CSVRow,
    _ header: ImportHeader,
    _ file: String,
    _ seen: inout [String: Int]
  ) {
    self.rowCount += 1
    guard row.count == header.width else {
      let fault = CSVReader.ragged(row, header.width, file)
      self.problems.append(ImportProblem(row: row.number, column: nil, fault: fault))
      return
    }
    var cells = ImportCells(row, header, Row.layout, file)
    let read = Row(&cells)
    if let identity = read?.identity {
      if let earlier = seen[identity] {
        cells.problem(
          .importTwice,
          Row.identityColumn,
          "the same as in row \(earlier)",
          "keep one of the two rows"
        )
      } else {
        seen[identity] = row.number
      }
    }
    self.problems += cells.problems
    if let read, cells.problems.isEmpty { self.rows.append((row.number, read)) }
  }
}
