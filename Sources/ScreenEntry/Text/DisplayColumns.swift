// SPDX-License-Identifier: Apache-2.0

/// Text measured in the columns it takes on a terminal: wide characters of East Asian scripts and emoji take two
/// (Unicode Standard Annex 11, classes W and F), combining marks none. A character is never broken.
public enum DisplayColumns {
  /// 0, 1 or 2.
  public static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  public static func width(of text: some StringProtocol) -> Int { text.reduce(0) { $0 + Self.width(of: $1) } }

  /// The text on one line: control characters, which a terminal would obey, become `·`.
  public static func printable(_ text: some StringProtocol) -> String {
    String(text.map { Self.isControl($0) ? "·" : $0 })
  }

  /// The text in at most `columns`; `…` stands for what was left out.
  public static func clipped(_ text: String, to columns: Int) -> String {
    guard Self.width(of: text) > columns else { return text }
    guard columns > 0 else { return "" }
    var (kept, used) = ("", 0)
    for character in text {
      let width = Self.width(of: character)
      guard used + width <= columns - 1 else { break }
      kept.append(character)
      used += width
    }
    return kept + "…"
  }

  /// The text in exactly `columns`: clipped, or blanks behind it.
  public static func padded(_ text: String, to columns: Int) -> String {
    let fitting = Self.clipped(text, to: columns)
    return fitting + String(repeating: " ", count: max(0, columns - Self.width(of: fitting)))
  }

  /// The text in lines of at most `columns`, broken at blanks; a word that is longer than a line is broken between
  /// characters. No line for an empty text.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    guard columns > 1 else { return text.isEmpty ? [] : [Self.clipped(text, to: max(0, columns))] }
    var (lines, line, used) = ([String](), "", 0)
    for word in text.split(separator: " ") {
      let width = Self.width(of: word)
      if used > 0, used + 1 + width > columns {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { (line, used) = (line + " ", used + 1) }
      for character in word {
        let wide = Self.width(of: character)
        if used + wide > columns {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += wide
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      // Marks that turn the reading direction could show one name as another.
      case .format: (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      default: false
      }
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
