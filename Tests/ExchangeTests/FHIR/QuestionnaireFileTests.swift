// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct QuestionnaireFileTests {
  private func decode(_ json: String, _ options: ScreenerImportOptions = Shipped.options) throws -> ImportedScreener {
    try QuestionnaireFile.decode(Array(json.utf8), options)
  }

  /// Answers by weight and the total a person adds up.
  @Test(arguments: MoodForm.Style.allCases)
  func aFormOfNineWeightedQuestionsIsReadAndScored(_ style: MoodForm.Style) throws {
    let imported = try self.decode(MoodForm.json(style))
    let definition = try Shipped.read(imported)
    #expect(definition.status == .draft)
    #expect("\(definition.version)" == "2.1.0")
    #expect(definition.sections.flatMap(\.items).map(\.code.rawValue) == (1...9).map { "/q\($0)" })
    #expect(definition.sections.flatMap(\.items)[5].text.text(in: "en") == "6. Liked myself: yes, no")
    #expect(definition.licence.holder == "Made-up Press, all rights reserved")
    #expect(definition.provenance.map(\.source) == ["http://example.org/Questionnaire/mood-9"])
    #expect(definition.age.range == InclusiveRange(0, 215))
    for (weights, total) in [
      ([0, 0, 0, 0, 0, 0, 0, 0, 0], 0), ([3, 3, 3, 3, 3, 3, 3, 3, 3], 27), ([1, 2, 3, 0, 1, 2, 0, 3, 1], 13),
    ] {
      #expect(try definition.points("total", weights.map { MoodForm.answers[$0].0 }) == total)
    }
    let blank = [nil] + Array(repeating: "LA2-1", count: 8)
    #expect(try definition.points("total", blank) == nil, "a blank is never 0")
    #expect(imported.notes.contains { $0.hasPrefix("item 'impact'") })
  }

  @Test(arguments: MoodForm.Style.allCases)
  func whatWasReadIsTheSameAfterItIsWrittenAndReadAgain(_ style: MoodForm.Style) throws {
    let first = try self.decode(MoodForm.json(style))
    let definition = try Shipped.read(first)
    for parts in [DefinitionParts(cutting: first.yaml), .none] {
      let bytes = QuestionnaireFile.encode(definition, parts: parts)
      #expect(QuestionnaireFile.encode(definition, parts: parts) == bytes)
      let again = try Shipped.read(try QuestionnaireFile.decode(bytes, Shipped.options))
      if parts == .none {
        #expect(again.sections == definition.sections)
        #expect(again.responses == definition.responses)
        #expect(again.scores == definition.scores, "the sum is found in the expression alone")
      } else {
        #expect(again.unhashed == definition.unhashed)
      }
    }
  }

  @Test func aShippedCriterionScreenerIsTheSameAfterwardsButADraft() throws {
    var wanted = try Shipped.find("eyfs-cl").unhashed
    let bytes = QuestionnaireFile.encode(wanted, parts: try Shipped.parts("eyfs-cl"))
    wanted.status = .draft
    #expect(try Shipped.read(try QuestionnaireFile.decode(bytes, Shipped.options)).unhashed == wanted)
  }

  /// The whole demo: rules, norms and tiers go along, so the text differs from the file in status and layout only.
  @Test func aScreenerWithNormsCarriesEveryKeyWordForWord() throws {
    let parts = try Shipped.parts("elsec-open-demo")
    let bytes = QuestionnaireFile.encode(try Shipped.find("elsec.open-demo"), parts: parts)
    let yaml = try QuestionnaireFile.decode(bytes, Shipped.options).yaml
    let written = DefinitionParts(cutting: yaml)
    let own: Set = ["format", "id", "version", "status", "title", "responses", "sections"]
    for part in parts.parts where !own.contains(part.key) { #expect(written.parts.contains(part), "\(part.key)") }
    #expect(Set(written.parts.map(\.key)) == Set(parts.parts.map(\.key)))
  }

  @Test func agesAndIdentityCanBeGiven() throws {
    let options = ScreenerImportOptions(
      id: ScreenerID("mood"), ages: InclusiveRange(36, 71), today: Shipped.options.today)
    let definition = try Shipped.read(try self.decode(MoodForm.json(.ordinalOnOption), options))
    #expect(definition.id == ScreenerID("mood"))
    #expect(definition.age.range == InclusiveRange(36, 71))
    #expect(definition.sections.map(\.ages) == [InclusiveRange(36, 71)])
  }

  private static let weighted =
    #""answerOption": [{"valueCoding": {"code": "A"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}]}, {"valueCoding": {"code": "B"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]}]"#

  /// What an item holds, and a word of the refusal.
  @Test(arguments: [
    (#""enableWhen": [{"question": "x", "operator": "exists", "answerBoolean": true}],"#, "enableWhen"),
    (
      #""extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"}],"#,
      "enableWhen"
    ),
    (#""repeats": true,"#, "repeats"),
    (#""modifierExtension": [{"url": "http://example.org/x"}],"#, "modifierExtension"),
    (#""item": [{"linkId": "inner", "type": "choice", \#(Self.weighted)}],"#, "weighted items below"),
    (
      #""extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}],"#,
      "calculatedExpression"
    ),
  ])
  func whatChangesAScoreAndCannotBeSaidIsRefusedByName(_ member: String, _ word: String) throws {
    let json =
      #"{"resourceType": "Questionnaire", "name": "x", "item": [{"linkId": "q7", "type": "choice", \#(member) \#(Self.weighted)}]}"#
    let fault = #expect(throws: Fault.self) { try self.decode(json) }
    #expect(fault?.code == .fhirNotCarried)
    #expect(fault?.place == "q7")
    #expect(fault?.message.contains(word) == true, "\(String(describing: fault))")
    #expect(fault?.hint?.isEmpty == false)
  }

  @Test(arguments: [
    ("valueDecimal\": 1}", "valueDecimal\": 0.5}", "not one whole number"),
    (
      "\"extension\": [{\"url\": \"http://hl7.org/fhir/StructureDefinition/ordinalValue\", \"valueDecimal\": 0}]",
      "\"initialSelected\": true", "without a weight"
    ),
    ("\"type\": \"choice\"", "\"type\": \"open-choice\"", "own words"),
    (Self.weighted, "\"answerValueSet\": \"http://example.org/vs\"", "answerValueSet"),
  ])
  func weightsThatAreNotPlainAreRefused(_ old: String, _ new: String, _ word: String) throws {
    let json =
      #"{"resourceType": "Questionnaire", "name": "x", "item": [{"linkId": "q7", "type": "choice", \#(Self.weighted)}]}"#
    try #require(json.contains(old))
    let fault = #expect(throws: Fault.self) { try self.decode(json.replacing(old, with: new)) }
    #expect(fault?.code == .fhirNotCarried)
    #expect(fault?.message.contains(word) == true, "\(String(describing: fault))")
  }

  @Test(arguments: [
    "%resource.item.where(linkId='/q1').answer.value.ordinal().sum() * 2",
    "%resource.item.answer.value.ordinal().avg()", "%resource.item.answer.count()",
    "%resource.item.where(linkId='/q1').answer.value.ordinal().sum() + 1",
    "iif(%age > 5, %resource.item.answer.value.ordinal().sum(), {})",
    "iif(%any, %resource.item.answer.value.ordinal().sum(), 0)",
    "%resource.item.where(linkId='nothing').answer.value.ordinal().sum()", "",
  ])
  func anExpressionThatIsNoPlainSumIsRefused(_ expression: String) throws {
    let fault = #expect(throws: Fault.self) {
      try self.decode(MoodForm.json(.ordinalOnCoding, total: expression))
    }
    #expect(fault?.code == .fhirNotCarried)
    #expect(fault?.place == "total")
  }

  @Test func aTotalOfSomeQuestionsCountsThoseOnly() throws {
    let some =
      "%resource.item.where(linkId='/q2').answer.value.ordinal() + %resource.item.where(linkId='/q4').answer.value.ordinal()"
    let definition = try Shipped.read(try self.decode(MoodForm.json(.ordinalOnCoding, total: some)))
    let codes = [1, 3, 1, 2, 1, 1, 1, 1, 1].map { MoodForm.answers[$0].0 }
    #expect(try definition.points("total", codes) == 5)
    #expect(try definition.points("raw.all", codes) == 12)
  }

  @Test(arguments: [
    "", "[]", "{", #"{"resourceType": "Bundle"}"#,
    #"{"resourceType": "Questionnaire", "resourceType": "Questionnaire"}"#,
    #"{"resourceType": "Questionnaire"}"#, #"{"resourceType": "Questionnaire", "item": [{"type": "choice"}]}"#,
    #"{"resourceType": "Questionnaire", "version": "spring", "item": []}"#,
    #"{"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "group"}, {"linkId": "a", "type": "group"}]}"#,
  ])
  func aFileThatIsNoFormOfWeightsIsRefused(_ text: String) {
    #expect(throws: Fault.self) { try self.decode(text) }
  }

  @Test func aPartThatBringsASecondKeyAlongIsRefused() throws {
    let definition = try Shipped.find("eyfs-cl")
    let parts = DefinitionParts(cutting: "tiers: []\n")
    let text = String(decoding: QuestionnaireFile.encode(definition, parts: parts), as: UTF8.self)
    let bad = text.replacing("tiers: []", with: "tiers: []\\nbands: []")
    try #require(bad != text)
    #expect(throws: Fault.self) { try self.decode(bad) }
  }

  /// Words that readers of YAML take differently, quotation marks and marks of the language itself.
  @Test(arguments: [
    "no", "Yes", "3:06", "1.10", "~", "a: b", "# not a comment", "\"quoted\" \\ back", "- dash", "{x}", "line\nend",
    "caf\u{E9} \u{1F600}",
    " blank ", "&a", "*a", "!t", "null", "missing", "0x1F",
  ])
  func anyWordingComesBackAsItWas(_ words: String) throws {
    let text = words.reduce(into: "") { text, character in
      text += character == "\"" ? "\\\"" : character == "\\" ? "\\\\" : character == "\n" ? "\\n" : String(character)
    }
    let json =
      #"{"resourceType": "Questionnaire", "name": "x", "title": "\#(text)", "item": [{"linkId": "NO", "text": "\#(text)", "type": "choice", \#(Self.weighted)}]}"#
    let definition = try Shipped.read(try self.decode(json))
    #expect(definition.title.text(in: "en") == words)
    #expect(definition.sections[0].items[0].text.text(in: "en") == words)
    #expect(definition.sections[0].items[0].code.rawValue == "NO")
  }
}
