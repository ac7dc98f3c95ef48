// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One child's answers typed from a paper form: one key an item, in item order.
///
/// A section of numbers is a group of its own, with a comma between two numbers: `87,4`.
/// Sections may be set apart by blanks: `CCICII.. ASONSS`. `-` and `.` mean not answered. The keys are those of
/// ``EntryPrompt/choices``, in either case.
public struct PaperLine: Hashable, Sendable {
  public let answers: ScreeningAnswers

  /// Throws `paper.length` or `paper.unknown-key`; messages name position and item, never what was typed.
  public init(parsing line: String, for screener: PreparedScreener) throws {
    let sections = screener.sections
    let groups = line.split { $0 == " " || $0 == "\t" }.map { Array($0) }
    if sections.contains(where: \.isNumber) {
      self.answers = try NumberedPaperLine.answers(groups.map { String($0) }, for: screener)
      return
    }
    let keys = Array(groups.joined())
    if groups.count == sections.count {
      for (group, section) in zip(groups, sections) where group.count != section.items.count {
        throw Fault(
          .paperLength,
          "section \(section.id) has \(group.count) keys for its \(section.items.count) items",
          at: "\(section.id)",
          maybe: "type - for an item that was not answered"
        )
      }
    } else if groups.count > 1 {
      throw Fault(
        .paperLength,
        "\(groups.count) groups of keys for \(sections.count) sections",
        maybe:
          "set apart the sections \(sections.map(\.id.rawValue).joined(separator: ", ")) by one blank each"
      )
    }
    guard keys.count == screener.items.count else {
      throw Fault(
        .paperLength,
        "\(keys.count) keys for the \(screener.items.count) items of \(screener.definition.id)",
        maybe: "type - for an item that was not answered"
      )
    }
    var sheet = screener.blankSheet
    for (position, typed) in keys.enumerated() where typed != "-" && typed != "." {
      let section = screener.section(ofItemAt: position)
      let capital = String(typed).uppercased()
      guard let option = section.options.firstIndex(where: { $0.key.map(String.init) == capital }) else {
        let keys = section.options.compactMap { option in option.key.map { "\($0) for \(option.code)" } }.joined(
          separator: ", ")
        let item = screener.items[position]
        throw Fault(
          .paperUnknownKey,
          "key \(position + 1) (item \(item)) is not one the item takes",
          at: "\(item)",
          maybe: "type \(keys), or - for not answered"
        )
      }
      sheet.responses[position] = Int16(option)
    }
    self.answers = screener.answers(of: sheet)
  }
}
