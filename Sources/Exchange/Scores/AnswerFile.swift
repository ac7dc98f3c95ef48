// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// The rows of an answer file, scored one by one; the first row names the columns.
///
/// This is the plain way, a text a cell. ``ScorePieces`` gives the same rows from the bytes.
public struct AnswerFile: Sendable {
  public struct Scored: Sendable {
    public let child: String
    public let result: ScreeningResult
    /// Why nothing was scored; `nil` for a row that could be read.
    public let fault: Fault?
  }

  public let screener: PreparedScreener
  /// The file as the person who gave it knows it.
  public let name: String
  /// Whether a row without a score is an error.
  public let isStrict: Bool
  /// Whether results have their steps in words.
  public var explaining = false
  private(set) var columns: AnswerColumns?

  public init(_ screener: PreparedScreener, name: String, isStrict: Bool) {
    self.screener = screener
    self.name = name
    self.isStrict = isStrict
  }

  /// Columns that nothing reads, once the header is known.
  public var notes: [String] { self.columns?.notes ?? [] }

  /// - Returns: `nil` for the header.
  /// - Throws: `score.header` for a header that lacks a column; with `isStrict` also the first row's fault.
  public mutating func score(_ row: CSVRow) throws -> Scored? {
    guard let columns = self.columns else {
      self.columns = try AnswerColumns(header: row, of: self.screener, file: self.name)
      return nil
    }
    let child = row[columns.child]
    do {
      let context = try self.context(row, columns)
      let sheet = try self.screener.sheet(inItemOrder: columns.items.map { row[$0] })
      let result = try self.screener.score(sheet, in: context, explaining: self.explaining)
      if self.isStrict, !self.isWhole(result) {
        throw Fault(
          .scoreUnscored, "the row has no score: \(result.flags.map(\.description).joined(separator: ", "))",
          at: "\(self.name):\(row.number)", maybe: "correct the row, or leave --strict away")
      }
      return Scored(child: child, result: result, fault: nil)
    } catch let fault as Fault where fault.code != .scoreUnscored {
      var placed = fault
      let column = fault.place ?? (fault.code == .testBeforeBirth ? "test_date" : nil)
      placed.place = "\(self.name):\(row.number)" + (column.map { ":\($0)" } ?? "")
      if self.isStrict { throw placed }
      return Scored(child: child, result: self.screener.unscored(because: fault), fault: placed)
    }
  }

  /// Whether the row came to what the screener is for: a band, or that the norms do not cover the child.
  private func isWhole(_ result: ScreeningResult) -> Bool {
    self.screener.definition.bands.isEmpty ? result.isScored : result.band != nil
  }

  /// Whether a row is the header, or the child's that is asked for.
  public func isWanted(_ row: CSVRow, _ child: String?) -> Bool {
    guard let columns = self.columns, let child else { return true }
    return row[columns.child] == child
  }

  /// - Throws: `score.header` when the file had no header.
  public func end() throws {
    if self.columns == nil {
      throw Fault(
        .scoreHeader, "the file is empty", at: self.name,
        maybe: "the first row names the columns: child_ref,birth_date,test_date, then one an item code")
    }
  }

  private func context(_ row: CSVRow, _ columns: AnswerColumns) throws -> ScreeningContext {
    guard let birth = CivilDate(row[columns.birth]) else { throw Self.cell("birth_date", "YYYY-MM-DD") }
    guard let test = CivilDate(row[columns.test]) else { throw Self.cell("test_date", "YYYY-MM-DD") }
    var context = ScreeningContext(birthDate: birth, testDate: test)
    if let column = columns.language, !row.isEmpty(column) {
      context.homeLanguages = row[column].split(whereSeparator: { $0 == ";" || $0 == " " }).map(String.init)
    }
    if let column = columns.spoken, !row.isEmpty(column) {
      guard let language = HomeLanguage(row[column]) else { throw Self.cell("answer_language", "a census code") }
      context.answerLanguages = [language.text]
    }
    if let column = columns.gestation, !row.isEmpty(column) {
      guard let gestation = Gestation(row[column]) else {
        throw Self.cell("weeks_gestation", "weeks 20 to 44, or 27+3")
      }
      context.gestation = gestation
    }
    if let column = columns.concern {
      switch row[column].lowercased() {
      case "yes", "y", "1", "true": context.concerns = [.slt]
      case "", "no", "n", "0", "false": break
      default: throw Self.cell("concern_slt", "yes or no")
      }
    }
    return context
  }

  private static func cell(_ column: String, _ form: String) -> Fault {
    Fault(.scoreCell, "the cell is not \(form)", at: column, maybe: "write \(form)")
  }
}
