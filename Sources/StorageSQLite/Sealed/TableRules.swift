// SPDX-License-Identifier: Apache-2.0

/// The rules of a table that the engine can't try on sealed columns, as the table's own `CREATE TABLE` has them.
///
/// They are tried on the row as it is written, before it is sealed.
struct TableRules: Sendable {
  /// A condition that holds, or is unknown, for every row.
  struct Rule: Sendable {
    /// As the engine words it when it is broken.
    let message: String
    let condition: String
  }

  let rules: [Rule]

  /// - Parameters:
  ///   - row: what a column's name is put after: `NEW.`.
  ///   - required: those of the sealed columns that can't be NULL.
  init(of table: String, _ sql: String, sealed: Set<String>, required: Set<String>, columns: Set<String>, row: String) {
    let checks = Self.checks(in: sql).map { check in
      (check: check, words: Self.pieces(of: check))
    }.filter { !sealed.isDisjoint(with: $0.words) }
    self.rules =
      checks.map { check, words in
        Rule(
          message: "CHECK constraint failed: \(check)",
          condition: words.map { columns.contains($0) ? row + $0 : $0 }.joined())
      }
      + sealed.intersection(required).sorted().map { column in
        Rule(message: "NOT NULL constraint failed: \(table).\(column)", condition: "\(row)\(column) IS NOT NULL")
      }
  }

  /// Statements of a trigger that end what breaks a rule.
  var trials: String {
    self.rules.map { rule in
      let message = rule.message.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      return "SELECT RAISE(ABORT, '\(message)') WHERE NOT (\(rule.condition)); "
    }.joined()
  }

  /// What stands in the brackets of every `CHECK (…)`.
  static func checks(in sql: String) -> [String] {
    var checks: [String] = []
    let pieces = self.pieces(of: sql)
    var index = 0
    while index < pieces.count {
      guard pieces[index].uppercased() == "CHECK", let start = pieces[index...].firstIndex(of: "(") else {
        index += 1
        continue
      }
      var depth = 0
      var end = start
      repeat {
        depth += pieces[end] == "(" ? 1 : pieces[end] == ")" ? -1 : 0
        end += 1
      } while depth > 0 && end < pieces.count
      checks.append(pieces[(start + 1)..<(end - 1)].joined())
      index = end
    }
    return checks
  }

  /// Words, texts in quotes, and every other character by itself; joined they are the same again.
  private static func pieces(of sql: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    for character in sql {
      if character == "'" {
        piece.append(character)
        if isQuoted {
          pieces.append(piece)
          piece = ""
        }
        isQuoted.toggle()
      } else if isQuoted || character == "_" || (character.isASCII && (character.isLetter || character.isNumber)) {
        piece.append(character)
      } else {
        if !piece.isEmpty { pieces.append(piece) }
        piece = ""
        pieces.append(String(character))
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}
