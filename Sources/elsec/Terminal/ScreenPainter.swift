// SPDX-License-Identifier: Apache-2.0

import ScreenEntry

/// Screens as the bytes that put them on a terminal: cursor addressing, clearing to the line's end, and colours of
/// ECMA-48, nothing else.
struct ScreenPainter {
  /// Whether colours are shown; bold and reverse always are. Off when NO_COLOR is set to anything (no-color.org).
  let hasColours: Bool

  /// To the alternate screen, the cursor hidden.
  static let begin = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
  /// Back to what was there before.
  static let end = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  func paint(_ screen: Screen) -> String {
    var text = ""
    for (row, line) in screen.lines.enumerated() {
      text += "\u{1B}[\(row + 1);1H"
      for span in line.spans {
        let codes = self.codes(of: span.style)
        text += codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
      }
      // A line that is full leaves the cursor on its last column, which clearing would empty.
      if DisplayColumns.width(of: line.text) < screen.columns { text += "\u{1B}[K" }
    }
    return text
  }

  private func codes(of style: TextStyle) -> String {
    var codes: [String] = []
    if style.isBold { codes.append("1") }
    if style.isReversed { codes.append("7") }
    if self.hasColours, let colour = style.colour {
      switch colour {
      case .red: codes.append("31")
      case .green: codes.append("32")
      case .yellow: codes.append("33")
      case .magenta: codes.append("35")
      case .cyan: codes.append("36")
      }
    }
    return codes.joined(separator: ";")
  }
}
