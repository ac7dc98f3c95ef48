// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The answers of a paper line for a screener with sections of numbers: one group a section, keys or numbers.
enum NumberedPaperLine {
  /// Throws `paper.length` or `paper.unknown-key`; messages name section and item, never what was typed.
  static func answers(_ groups: [String], for screener: PreparedScreener) throws -> ScreeningAnswers {
    let sections = screener.sections
    guard groups.count == sections.count else {
      throw Fault(
        .paperLength,
        "\(groups.count) groups of keys for \(sections.count) sections",
        maybe:
          "set apart the sections \(sections.map(\.id.rawValue).joined(separator: ", ")) by one blank each"
      )
    }
    var answers = ScreeningAnswers()
    for (group, section) in zip(groups, sections) {
      let cells =
        section.isNumber
        ? group.split(separator: ",", omittingEmptySubsequences: false).map(String.init) : group.map(String.init)
      guard cells.count == section.items.count else {
        throw Fault(
          .paperLength,
          "section \(section.id) has \(cells.count) answers for its \(section.items.count) items",
          at: "\(section.id)",
          maybe: section.isNumber
            ? "put a comma between two numbers, and - for none" : "type - for an item that was not answered"
        )
      }
      for (cell, item) in zip(cells, section.items) where cell != "-" && cell != "." {
        let code =
          section.isNumber
          ? section.position(of: ResponseCode(cell)).map { _ in ResponseCode(cell) }
          : section.options.first { $0.key.map(String.init) == cell.uppercased() }?.code
        guard let code else {
          throw Fault(
            .paperUnknownKey,
            "the answer of item \(item.code) is not one it takes",
            at: "\(item.code)",
            maybe: "it takes \(section.allowedCodes); type - for not answered"
          )
        }
        answers[item.code] = code
      }
    }
    return answers
  }
}
