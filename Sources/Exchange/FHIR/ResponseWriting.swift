// SPDX-License-Identifier: Apache-2.0

import Screening
import StrictJSON
import Vocabulary

/// Builds the QuestionnaireResponse: every item of the screener, answered or with the reason why not.
struct ResponseWriting {
  private let content: ScreeningBundle.Content

  init(_ content: ScreeningBundle.Content) { self.content = content }

  var address: String { self.content.address }

  var resource: JSONValue {
    .object([
      "resourceType": .text("QuestionnaireResponse"),
      "identifier": .object(["system": .text("urn:elsec:screening"), "value": .text(self.content.id.rawValue)]),
      "questionnaire": .text(FHIRNames.canonical(self.content.definition)),
      "status": .text("completed"),
      "subject": self.content.subject,
      "authored": .text("\(self.content.testDate)"),
      "item": .list(self.content.definition.sections.map(self.group)),
    ])
  }

  private func group(_ section: ScreenerSection) -> JSONValue {
    .members([
      "linkId": .text("section.\(section.id)"),
      "item": section.items.isEmpty ? nil : .list(section.items.map { self.item($0, in: section) }),
    ])
  }

  private func item(_ item: ScreenerItem, in section: ScreenerSection) -> JSONValue {
    guard let code = self.content.answers[item.code], let set = self.content.definition.responses(of: section) else {
      let reason = FHIRPart.flag(FHIRNames.absent, "valueCode", .text(self.reason(in: section)))
      return .object(["linkId": .text(item.code.rawValue), "extension": .list([reason])])
    }
    let value: (String, JSONValue) =
      if set.numbers != nil, !item.reverse, let number = Int(code.rawValue) {
        ("valueInteger", .whole(number))
      } else {
        (
          "valueCoding",
          .object([
            "system": .text(FHIRNames.responses(set.id, of: self.content.definition.id)),
            "code": .text(code.rawValue),
          ])
        )
      }
    return .object(["linkId": .text(item.code.rawValue), "answer": .list([.object([value.0: value.1])])])
  }

  /// A section for other ages; an item that a start, basal or ceiling rule left out; or simply nothing on record.
  private func reason(in section: ScreenerSection) -> String {
    if let months = self.content.result.ageMonths, !section.ages.contains(months) { return "not-applicable" }
    return self.content.definition.administer.contains { $0.section == section.id } ? "not-performed" : "unknown"
  }
}
