// SPDX-License-Identifier: Apache-2.0

import Screening
import StrictJSON
import Vocabulary
import Wire

/// A screener as the wire shows it.
enum ScreenerReply {
  private static let briefFields = [
    Field("id", .text), Field("version", .text), Field("title", .text), Field("status", .text),
    Field("definitionHash", .text, "SHA-256 of the definition, in hex"),
    Field("fromMonths", .whole), Field("toMonths", .whole),
  ]

  static let brief = Shape.object(Self.briefFields)

  static let whole = Shape.object(
    Self.briefFields + [
      Field(
        "sections",
        .list(
          of: .object([
            Field("id", .text), Field("title", .text), Field("fromMonths", .whole), Field("toMonths", .whole),
            Field("responses", .list(of: .text), "the codes that an answer may be; empty for a number"),
            Field("items", .list(of: .object([Field("code", .text), Field("text", .text)]))),
          ]))),
      Field("scores", .list(of: .text)), Field("bands", .list(of: .text)), Field("tiers", .list(of: .text)),
    ])

  static func brief(_ screener: ScreenerDefinition) -> JSONValue { .object(Self.members(screener)) }

  static func whole(_ definition: ScreenerDefinition) -> JSONValue {
    let screener = definition.shareable
    var members = Self.members(screener)
    members["sections"] = .list(
      screener.sections.map { section in
        let set = screener.responses.first { $0.id == section.use }
        let codes = set.map { $0.isNumber ? [] : $0.options.map(\.code.rawValue) } ?? []
        return .members([
          "id": .text(section.id.rawValue), "title": .text("\(section.title)"),
          "fromMonths": .whole(section.ages.lowest), "toMonths": .whole(section.ages.highest),
          "responses": .texts(codes),
          "items": .list(
            section.items.map { .members(["code": .text($0.code.rawValue), "text": .text("\($0.text)")]) }),
        ])
      })
    members["scores"] = .texts(screener.scores.map { "\($0.name)" })
    members["bands"] = .texts(
      screener.bands.map(\.id.rawValue).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    members["tiers"] = .texts(
      screener.tiers.map { "\($0.tier)" }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    return .object(members)
  }

  private static func members(_ screener: ScreenerDefinition) -> JSONObject {
    var members = JSONObject()
    members["id"] = .text(screener.id.rawValue)
    members["version"] = .text("\(screener.version)")
    members["title"] = .text("\(screener.title)")
    members["status"] = .text(screener.status.rawValue)
    members["definitionHash"] = .text("\(screener.hash)")
    members["fromMonths"] = .whole(screener.age.range.lowest)
    members["toMonths"] = .whole(screener.age.range.highest)
    return members
  }
}
