// SPDX-License-Identifier: Apache-2.0

/// A statement over plain tables, turned into the same over the views of sealed ones.
///
///     SELECT id FROM child WHERE area = $1 AND birth_date = $2
///     SELECT id FROM opened_child AS child WHERE area = $1 AND birth_date = $2
///       AND kept_birth_date = elsec_stand_in('child', 'birth_date', 1, $2)
///
/// The added condition follows from the one before it; it lets the engine use the index. A table that is not named after
/// `FROM`, `JOIN`, `INTO` or `UPDATE` stays what it is: reading it shows sealed cells, which no record takes, and writing
/// to it is refused.
package struct SealedStatement {
  private let source: [UInt8]
  private var index = 0
  private var output: [UInt8] = []
  private var tables: Set<String> = []

  /// The statement as it is run on a sealed store.
  package static func opened(_ sql: String) -> String {
    var statement = SealedStatement(source: Array(sql.utf8))
    statement.rewrite()
    return String(decoding: statement.output, as: UTF8.self)
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func rewrite() {
    let isQuery = self.word(at: self.afterSpace(0)).uppercased() == "SELECT"
    var before = ""
    while self.index < self.source.count {
      let byte = self.source[self.index]
      if byte == UInt8(ascii: "'") {
        self.copyQuoted()
      } else if Self.isWord(byte) {
        let word = self.word(at: self.index)
        let isQualified = self.index > 0 && self.source[self.index - 1] == UInt8(ascii: ".")
        self.index += word.utf8.count
        if ["FROM", "JOIN", "INTO", "UPDATE"].contains(before), SealedTable.named[word] != nil {
          self.appendView(of: word, isTarget: before == "INTO")
        } else {
          self.output += Array(word.utf8)
          if isQuery, !isQualified { self.narrow(word) }
        }
        before = word.uppercased()
      } else {
        self.output.append(byte)
        self.index += 1
      }
    }
  }

  private mutating func appendView(of table: String, isTarget: Bool) {
    self.tables.insert(table)
    self.output += Array(SealedView.name(of: table).utf8)
    let hasAlias = self.word(at: self.afterSpace(self.index)).uppercased() == "AS"
    if !isTarget, !hasAlias { self.output += Array(" AS \(table)".utf8) }
  }

  /// Copies ` = $n` after a column that is looked up by its stand-in, and adds the condition on that.
  private mutating func narrow(_ column: String) {
    guard let (table, bytes) = Self.keyed[column], self.tables.contains(table) else { return }
    let equals = self.afterSpace(self.index)
    guard equals < self.source.count, self.source[equals] == UInt8(ascii: "=") else { return }
    let place = self.afterSpace(equals + 1)
    guard place < self.source.count, self.source[place] == UInt8(ascii: "$") else { return }
    let number = self.word(at: place + 1)
    self.output += Array(
      """
       = $\(number) AND \(SealedView.kept(column)) = elsec_stand_in('\(table)', '\(column)', \(bytes), $\(number))
      """.utf8)
    self.index = place + 1 + number.utf8.count
  }

  private static let keyed: [String: (table: String, bytes: Int)] = SealedTable.all.reduce(into: [:]) { keyed, table in
    for rider in table.riders {
      if case .keyed(let bytes) = rider.standIn { keyed[rider.column] = (table.name, bytes) }
    }
  }

  private mutating func copyQuoted() {
    repeat {
      self.output.append(self.source[self.index])
      self.index += 1
    } while self.index < self.source.count && self.source[self.index] != UInt8(ascii: "'")
    guard self.index < self.source.count else { return }
    self.output.append(self.source[self.index])
    self.index += 1
  }

  private func word(at start: Int) -> String {
    String(decoding: self.source[min(start, self.source.count)...].prefix(while: Self.isWord), as: UTF8.self)
  }

  private func afterSpace(_ start: Int) -> Int {
    self.source[start...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") } ?? self.source.count
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
