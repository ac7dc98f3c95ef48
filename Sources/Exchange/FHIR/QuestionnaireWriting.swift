// SPDX-License-Identifier: Apache-2.0

import Screening
import StrictJSON
import Vocabulary

/// Builds the Questionnaire of one definition.
struct QuestionnaireWriting {
  /// Keys that sections, items, answers and the resource's own members say already.
  private static let said: Set<String> = ["format", "id", "version", "status", "title", "responses", "sections"]

  private let definition: ScreenerDefinition
  private let parts: DefinitionParts

  init(_ definition: ScreenerDefinition, _ parts: DefinitionParts) {
    self.definition = definition
    self.parts = parts
  }

  var resource: JSONValue {
    let definition = self.definition
    let sources = definition.provenance.filter { $0.part == "items" }.map(\.source).filter(Self.isAddress)
    let carried = self.parts.parts.filter { !Self.said.contains($0.key) }.map { part in
      JSONValue.object([
        "url": .text(FHIRNames.part),
        "extension": .list([
          FHIRPart.flag("key", "valueString", .text(part.key)),
          FHIRPart.flag("text", "valueString", .text(part.text)),
        ]),
      ])
    }
    return .members([
      "resourceType": .text("Questionnaire"),
      "extension": carried.isEmpty ? nil : .list(carried),
      "url": .text(FHIRNames.url(of: definition.id)),
      "version": .text("\(definition.version)"),
      "title": .text(definition.title.text(in: "en")),
      "language": .text(Self.language(of: definition.title)),
      "status": .text(Self.status(definition.status)),
      "experimental": .bool(definition.status == .demo),
      "subjectType": .list([.text("Patient")]),
      "date": definition.changes.map(\.dated).max().map { .text("\($0)") },
      "copyright": .text("\(definition.licence.holder) (\(definition.licence.spdx))"),
      "derivedFrom": sources.isEmpty ? nil : .list(sources.map { .text($0) }),
      "item": .list(definition.sections.map(self.group) + definition.scores.map(self.score)),
    ])
  }

  private static func status(_ status: ScreenerDefinition.Status) -> String {
    switch status {
    case .demo, .draft: "draft"
    case .active: "active"
    case .retired: "retired"
    }
  }

  /// English where there are English words, as ``Screening/TextByLanguage/text(in:)`` chooses them.
  private static func language(of words: TextByLanguage) -> String {
    words.byLanguage["en"] == nil ? words.byLanguage.keys.min() ?? "en" : "en"
  }

  private static func isAddress(_ source: String) -> Bool {
    ["http://", "https://", "urn:"].contains(where: source.hasPrefix) && !source.contains(where: \.isWhitespace)
  }

  private func group(_ section: ScreenerSection) -> JSONValue {
    let title = section.title.text(in: "en")
    return .members([
      "linkId": .text("section.\(section.id)"),
      "type": .text("group"),
      "text": title.isEmpty ? nil : .text(title),
      "extension": .list([
        .object([
          "url": .text(FHIRNames.section),
          "extension": .list([
            FHIRPart.flag("lowest-months", "valueInteger", .whole(section.ages.lowest)),
            FHIRPart.flag("highest-months", "valueInteger", .whole(section.ages.highest)),
            FHIRPart.flag("responses", "valueString", .text(section.use.rawValue)),
          ]),
        ])
      ]),
      "item": section.items.isEmpty ? nil : .list(section.items.map { self.item($0, in: section) }),
    ])
  }

  private func item(_ item: ScreenerItem, in section: ScreenerSection) -> JSONValue {
    let set = self.definition.responses(of: section)
    var extensions: [JSONValue] = []
    var options: [JSONValue] = []
    if item.reverse { extensions.append(FHIRPart.flag(FHIRNames.reverse, "valueBoolean", .bool(true))) }
    if let numbers = set?.numbers, !item.reverse {
      extensions += [
        FHIRPart.flag(FHIRNames.numbers, "valueBoolean", .bool(true)),
        FHIRPart.flag(FHIRNames.minimum, "valueInteger", .whole(numbers.lowest)),
        FHIRPart.flag(FHIRNames.maximum, "valueInteger", .whole(numbers.highest)),
      ]
    } else if let set {
      options = set.options.map { self.option($0, of: set, reversed: item.reverse) }
    }
    return .members([
      "linkId": .text(item.code.rawValue),
      "type": .text(options.isEmpty ? "integer" : "choice"),
      "text": self.definition.words(of: item).map { .text($0) },
      "extension": extensions.isEmpty ? nil : .list(extensions),
      "answerOption": options.isEmpty ? nil : .list(options),
    ])
  }

  private func option(_ option: ResponseSet.Option, of set: ResponseSet, reversed: Bool) -> JSONValue {
    let mark =
      switch option.value {
      case .points(let points):
        FHIRPart.flag(FHIRNames.ordinal, "valueDecimal", .whole(reversed ? set.turned(points) : points))
      case .missing: FHIRPart.flag(FHIRNames.missing, "valueBoolean", .bool(true))
      }
    return .object([
      "extension": .list([mark]),
      "valueCoding": .object([
        "system": .text(FHIRNames.responses(set.id, of: self.definition.id)), "code": .text(option.code.rawValue),
      ]),
    ])
  }

  private func score(_ score: ScoreDeclaration) -> JSONValue {
    var extensions = [FHIRPart.flag(FHIRNames.hidden, "valueBoolean", .bool(true))]
    if let expression = self.expression(score.name) {
      extensions.append(
        .object([
          "url": .text(FHIRNames.calculated),
          "valueExpression": .object(["language": .text("text/fhirpath"), "expression": .text(expression)]),
        ]))
    } else {
      extensions.append(
        FHIRPart.flag(
          FHIRNames.described, "valueString",
          .text("worked out by elsec from the definition; see the part 'scores'")))
    }
    return .object([
      "linkId": .text("score.\(score.name)"),
      "type": .text(self.expression(score.name) == nil ? "string" : "integer"),
      "text": .text(score.name.rawValue),
      "readOnly": .bool(true),
      "extension": .list(extensions),
    ])
  }

  /// The sum of the points when every item has some, and nothing otherwise: as elsec does it, and not as a bare FHIRPath sum does.
  private func expression(_ name: ScoreName) -> String? {
    guard let items = self.definition.plainSum(name), !items.isEmpty else { return nil }
    let kinds = Set(items.map { self.definition.responses(of: $0.section)?.numbers != nil && !$0.item.reverse })
    guard kinds.count == 1, let areNumbers = kinds.first else { return nil }
    // A quotation mark in a code would end the text that holds it.
    guard items.allSatisfy({ !$0.item.code.rawValue.contains("'") && !$0.item.code.rawValue.contains("\\") }) else {
      return nil
    }
    let codes = items.map { "linkId='\($0.item.code)'" }.joined(separator: " or ")
    let points = "%resource.descendants().where(\(codes)).answer.value" + (areNumbers ? "" : ".ordinal()")
    return "iif(\(points).count() = \(items.count), \(points).sum(), {})"
  }
}

extension ResponseSet {
  /// The points of an answer to an item that is turned round.
  func turned(_ points: Int) -> Int {
    guard let range = self.points else { return points }
    let (turned, overflows) = (range.lowest &+ range.highest).subtractingReportingOverflow(points)
    return overflows ? points : turned
  }
}
