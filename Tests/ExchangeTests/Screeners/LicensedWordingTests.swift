// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Screening
import Testing
import Vocabulary

/// Wording that a licence holder's file supplied is in nothing that is written for others.
@Suite struct LicensedWordingTests {
  private static let secret = "words of the licence holder"

  private func completed() throws -> ScreenerDefinition {
    var definition = try Shipped.find("ics-shape")
    definition.licence.needs = []
    definition.edition = "2012"
    for section in definition.sections.indices {
      for item in definition.sections[section].items.indices {
        definition.sections[section].items[item].text = TextByLanguage(english: Self.secret)
      }
    }
    return definition
  }

  @Test func noExportAndNoFormHoldsIt() throws {
    let definition = try self.completed()
    let written = [
      QuestionnaireFile.encode(definition, parts: DefinitionParts(cutting: "")),
      DataDictionaryFile.encode(definition), Array(RecordForm.html(definition).utf8),
    ].map { String(decoding: $0, as: UTF8.self) }
    let code = try #require(definition.sections.first?.items.first?.code)
    for text in written {
      #expect(!text.contains(Self.secret))
      #expect(text.contains(code.rawValue))
    }
  }
}
