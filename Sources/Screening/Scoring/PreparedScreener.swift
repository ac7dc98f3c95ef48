// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A sound definition with every code resolved once, ready to score any number of children.
public struct PreparedScreener: Sendable {
  public let definition: ScreenerDefinition
  /// Every item code, section after section: the column order of an answer file.
  public let items: [ItemCode]
  package let sections: [PreparedSection]
  let scores: [PreparedScore]
  let route: PreparedRoute?
  /// By section; `nil` for a section whose items come in a fixed order.
  let adaptives: [PreparedAdaptive?]
  let bandScore: Int?
  let tierReasons: [String]
  private let sectionOfItem: [Int]
  private let positionOfItem: [ItemCode: Int]

  /// Throws `screener.unsound` when ``DefinitionCheck`` finds anything, and `screener.needs-licence-file` when
  /// the definition waits for a licence holder's file: a definition with a warning never scores.
  public init(_ definition: ScreenerDefinition) throws {
    let named = "\(definition.id) \(definition.version)"
    guard definition.licence.needs.isEmpty else {
      throw Fault(
        .screenerNeedsLicence,
        "\(named) has no \(definition.licence.needs.joined(separator: ", "))",
        at: named,
        maybe: "install the licence holder's local file (\(definition.licence.holder))"
      )
    }
    let findings = DefinitionCheck.findings(in: definition)
    if let first = findings.first {
      let more = findings.count > 1 ? " (and \(findings.count - 1) more)" : ""
      throw Fault(
        .screenerUnsound,
        "\(named): \(first.message)\(more)",
        at: "\(first.path)",
        maybe: first.remedy
      )
    }
    var sections: [PreparedSection] = []
    var offset = 0
    for section in definition.sections {
      guard let prepared = PreparedSection(section, offset: offset, in: definition) else {
        throw Self.unresolved(named)
      }
      sections.append(prepared)
      offset += section.items.count
    }
    let route = definition.route.flatMap { PreparedRoute($0, in: definition) }
    guard (route == nil) == (definition.route == nil) else { throw Self.unresolved(named) }
    var adaptives: [PreparedAdaptive?] = []
    for (index, section) in sections.enumerated() {
      let adaptive = section.adaptive.flatMap { PreparedAdaptive($0, section: index, in: definition) }
      guard (adaptive == nil) == (section.adaptive == nil) else { throw Self.unresolved(named) }
      adaptives.append(adaptive)
    }
    let scores = definition.scores.compactMap { PreparedScore($0, in: definition) }
    guard scores.count == definition.scores.count else { throw Self.unresolved(named) }
    self.definition = definition
    self.sections = sections
    self.scores = scores
    self.route = route
    self.adaptives = adaptives
    self.items = definition.sections.flatMap { $0.items.map(\.code) }
    self.sectionOfItem = definition.sections.indices.flatMap { index in
      definition.sections[index].items.map { _ in index }
    }
    self.positionOfItem = Dictionary(
      self.items.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    self.bandScore = definition.bands.first.flatMap { band in
      definition.scores.firstIndex { $0.name == band.when }
    }
    self.tierReasons = definition.tiers.map(\.condition.description)
  }

  private static func unresolved(_ named: String) -> Fault {
    Fault(.screenerUnsound, "\(named): a code in it leads nowhere", at: named, maybe: "check the definition")
  }
}

extension PreparedScreener {
  /// The answers as a sheet. Throws `screening.unknown-item` or `screening.unknown-response`, naming the item
  /// and the codes it takes; never the code that was written.
  public func sheet(of answers: ScreeningAnswers) throws -> AnswerSheet {
    var sheet = self.blankSheet
    var unknown: [ItemCode] = []
    for (item, code) in answers.byItem {
      guard let position = self.positionOfItem[item] else {
        unknown.append(item)
        continue
      }
      guard let response = self.sections[self.sectionOfItem[position]].position(of: code) else {
        sheet.responses[position] = AnswerSheet.unseen
        continue
      }
      sheet.responses[position] = response
    }
    if let item = unknown.min() {
      throw Fault(
        .unknownItem,
        "\(self.definition.id) \(self.definition.version) has no item \(item)",
        at: "\(item)",
        maybe: "its items are \(self.items.map(\.rawValue).joined(separator: ", "))"
      )
    }
    if let position = sheet.responses.firstIndex(of: AnswerSheet.unseen) {
      throw self.unknownResponse(at: position)
    }
    return sheet
  }

  /// The cells of one row as a sheet, in the order of ``items``; an empty cell is unanswered.
  ///
  /// Throws `screening.wrong-item-count` or `screening.unknown-response`.
  public func sheet(inItemOrder cells: [String]) throws -> AnswerSheet {
    guard cells.count == self.items.count else {
      throw Fault(
        .wrongItemCount,
        "\(cells.count) cells for the \(self.items.count) items of \(self.definition.id)",
        maybe: "give one cell an item, empty where it was not answered"
      )
    }
    var sheet = self.blankSheet
    for position in cells.indices where !cells[position].isEmpty {
      let section = self.sections[self.sectionOfItem[position]]
      guard let response = section.position(of: ResponseCode(cells[position])) else {
        throw self.unknownResponse(at: position)
      }
      sheet.responses[position] = response
    }
    return sheet
  }

  /// The answered items of a sheet by code.
  public func answers(of sheet: AnswerSheet) -> ScreeningAnswers {
    var answers = ScreeningAnswers()
    for (position, response) in sheet.responses.enumerated() where response >= 0 {
      answers[self.items[position]] = self.sections[self.sectionOfItem[position]].options[Int(response)].code
    }
    return answers
  }

  package var blankSheet: AnswerSheet {
    AnswerSheet(responses: [Int16](repeating: AnswerSheet.blank, count: self.items.count))
  }

  package func position(of item: ItemCode) -> Int? { self.positionOfItem[item] }

  package func section(ofItemAt position: Int) -> PreparedSection {
    self.sections[self.sectionOfItem[position]]
  }

  private func unknownResponse(at position: Int) -> Fault {
    let section = self.sections[self.sectionOfItem[position]]
    let item = self.items[position]
    return Fault(
      .unknownResponse,
      "item \(item) has a response it does not take; it takes \(section.allowedCodes)",
      at: "\(item)",
      maybe: "leave it empty if the item was not answered"
    )
  }
}
