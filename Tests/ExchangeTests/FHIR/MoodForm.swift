// SPDX-License-Identifier: Apache-2.0

/// A made-up form of nine questions with the shape of widely used mood questionnaires: four answers worth 0 to 3, an impact
/// question that does not count, a total. The wording is this project's own.
enum MoodForm {
  /// Where a weight stands in the file.
  enum Style: CaseIterable {
    /// R4 `ordinalValue` on each option's Coding; questions side by side.
    case ordinalOnCoding
    /// R4 `ordinalValue` on each option.
    case ordinalOnOption
    /// `itemWeight` on the concepts of a contained value set; questions in a group.
    case weightInValueSet
  }

  static let answers = [("LA1-0", "Never"), ("LA2-1", "Some days"), ("LA3-2", "Most days"), ("LA4-3", "Every day")]
  private static let words = [
    "Enjoyed playing", "Felt cheerful", "Slept soundly", "Had energy", "Ate well", "Liked myself: yes, no",
    "Paid \"attention\"",
    "Sat still", "Felt safe",
  ]

  static func json(_ style: Style, total: String? = nil, extra: String = "") -> String {
    let questions = (1...9).map { self.question($0, style) }
    let impact = """
      {"linkId": "impact", "type": "choice", "text": "How hard was it?", "answerOption": [
        {"valueCoding": {"code": "A", "display": "Not at all"}}, {"valueCoding": {"code": "B", "display": "Very"}}]}
      """
    let sum =
      total
      ?? (style == .weightInValueSet
        ? "%resource.item.where(linkId='G').item.where(linkId!='total').answer.value.weight().sum()"
        : "iif(%any_answered, %resource.item.where(linkId!='total').answer.value.ordinal().sum(), {})")
    let score = """
      {"linkId": "total", "type": "decimal", "readOnly": true, "text": "Total", "extension": [{
        "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
        "valueExpression": {"language": "text/fhirpath", "expression": "\(sum)"}}]}
      """
    let note = #"{"linkId": "intro", "type": "display", "text": "Over the last two weeks"}"#
    let items =
      style == .weightInValueSet
      ? #"{"linkId": "G", "type": "group", "text": "Two weeks", "item": [\#(questions.joined(separator: ","))]}, \#(impact), \#(score)"#
      : ([note] + questions + [impact, score]).joined(separator: ",")
    return """
      {"resourceType": "Questionnaire", "url": "http://example.org/Questionnaire/mood-9", "version": "2.1",
       "name": "Mood9", "title": "Mood, nine questions", "status": "active", "date": "2025-03-01",
       "copyright": "Made-up Press, all rights reserved", \(extra)
       "contained": [{"resourceType": "ValueSet", "id": "often", "status": "active", "compose": {"include": [
         {"system": "http://example.org/often", "concept": [\(self.concepts)]}]}}],
       "item": [\(items)]}
      """
  }

  private static var concepts: String {
    self.answers.enumerated().map { weight, answer in
      """
      {"code": "\(answer.0)", "display": "\(answer.1)", "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": \(weight)}]}
      """
    }.joined(separator: ",")
  }

  private static func question(_ number: Int, _ style: Style) -> String {
    let text = self.words[number - 1].replacing("\"", with: "\\\"")
    let head =
      #""linkId": "/q\#(number)", "type": "choice", "required": true, "prefix": "\#(number)." , "text": "\#(text)""#
    if style == .weightInValueSet { return "{\(head), \"answerValueSet\": \"#often\"}" }
    let options = self.answers.enumerated().map { weight, answer in
      let mark =
        #""extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": \#(weight).0}]"#
      let coding = #""system": "http://example.org/often", "code": "\#(answer.0)", "display": "\#(answer.1)""#
      return style == .ordinalOnCoding
        ? "{\"valueCoding\": {\(coding), \(mark)}}" : "{\(mark), \"valueCoding\": {\(coding)}}"
    }
    return "{\(head), \"answerOption\": [\(options.joined(separator: ","))]}"
  }
}
