// SPDX-License-Identifier: Apache-2.0

/// What a terminal shows, as values: lines of styled text, none wider than the terminal.
public struct Screen: Hashable, Sendable {
  public struct Span: Hashable, Sendable {
    public let text: String
    public let style: TextStyle
  }

  public struct Line: Hashable, Sendable {
    public let spans: [Span]

    public var text: String { self.spans.map(\.text).joined() }
  }

  /// Exactly ``rows`` lines, each at most ``columns`` wide, without control characters.
  public let lines: [Line]
  public let columns: Int
  public let rows: Int

  /// The smallest terminal that shows everything: a VT100's.
  public static let least = (columns: 80, rows: 24)

  /// The words alone; blanks at line ends are taken off.
  public var text: String {
    self.lines.map { line in
      String(line.text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// Puts `top` above and `bottom` at the foot; what lies between and does not fit is left out from its end.
  init(columns: Int, rows: Int, top: [Draft], bottom: [Draft]) {
    let room = max(0, rows - bottom.count)
    let above = Array(top.prefix(room))
    let gap = [Draft](repeating: Draft(), count: max(0, room - above.count))
    let all = (above + gap + bottom).prefix(max(0, rows))
    self.lines = all.map { $0.line(columns) }
    self.columns = columns
    self.rows = rows
  }

  /// A line being put together.
  struct Draft {
    var pieces: [(text: String, style: TextStyle)]
    /// Blanks to the right edge take the last piece's style.
    var fills = false

    init() { self.pieces = [] }

    init(_ text: String, _ style: TextStyle = .plain, fills: Bool = false) {
      self.pieces = [(text, style)]
      self.fills = fills
    }

    init(_ pieces: [(text: String, style: TextStyle)]) { self.pieces = pieces }

    func line(_ columns: Int) -> Line {
      var (spans, used) = ([Span](), 0)
      for piece in self.pieces where used < columns {
        let text = DisplayColumns.clipped(DisplayColumns.printable(piece.text), to: columns - used)
        used += DisplayColumns.width(of: text)
        spans.append(Span(text: text, style: piece.style))
      }
      if self.fills, used < columns, let last = self.pieces.last {
        spans.append(Span(text: String(repeating: " ", count: columns - used), style: last.style))
      }
      return Line(spans: spans)
    }
  }
}
