// SPDX-License-Identifier: Apache-2.0

/// What a terminal shows, read off the sequences that a full screen is drawn with: cursor addressing, clearing, the
/// alternate screen and styles. A sequence of any other kind is noted in ``unknown``.
struct Window {
  let columns: Int
  let rows: Int
  private(set) var isAlternate = false
  private(set) var hidesCursor = false
  private(set) var colours: Set<Int> = []
  private(set) var unknown: [String] = []
  private var cells: [[Character]]
  private var (row, column) = (0, 0)

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    self.cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  var lines: [String] { self.cells.map { String(String($0).reversed().drop { $0 == " " }.reversed()) } }

  mutating func take(_ text: String) {
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}" where rest.first == "[":
        rest.removeFirst()
        let parameters = rest.prefix { !$0.isLetter }
        rest = rest.dropFirst(parameters.count)
        if let final = rest.popFirst() { self.obey(String(parameters), final) }
      case "\n", "\r\n":
        self.row = min(self.row + 1, self.rows - 1)
        self.column = 0
      default:
        guard self.column < self.columns, self.row < self.rows else { continue }
        self.cells[self.row][self.column] = character
        self.column += 1
      }
    }
  }

  private mutating func obey(_ parameters: String, _ final: Character) {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch (final, parameters) {
    case ("H", _):
      self.row = (numbers.first ?? 1) - 1
      self.column = (numbers.count > 1 ? numbers[1] : 1) - 1
    case ("K", ""):
      guard self.row < self.rows else { return }
      for column in self.column..<max(self.column, self.columns) { self.cells[self.row][column] = " " }
    case ("J", "2"): self.cells = Array(repeating: Array(repeating: " ", count: self.columns), count: self.rows)
    case ("m", _): self.colours.formUnion(numbers.filter { (30...49).contains($0) })
    case ("h", "?1049"), ("l", "?1049"): self.isAlternate = final == "h"
    case ("h", "?25"), ("l", "?25"): self.hidesCursor = final == "l"
    default: self.unknown.append("\(parameters)\(final)")
    }
  }
}
