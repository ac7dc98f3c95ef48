// SPDX-License-Identifier: Apache-2.0

import Screening
import StrictJSON
import Vocabulary

/// Builds the Observation of one score.
struct ObservationWriting {
  private let content: ScreeningBundle.Content
  private let score: NamedScore
  private let response: String

  init(_ content: ScreeningBundle.Content, _ score: NamedScore, of response: String) {
    self.content = content
    self.score = score
    self.response = response
  }

  var address: String { "\(self.content.address):score:\(FHIRNames.escaped(self.score.name.rawValue))" }

  private var definition: ScreenerDefinition { self.content.definition }
  private var isBandScore: Bool { self.definition.bands.contains { $0.when == self.score.name } }

  var resource: JSONValue {
    let definition = self.definition
    var members: JSONObject = [
      "resourceType": .text("Observation"),
      "identifier": .list([.object(["system": .text("urn:elsec:observation"), "value": .text(self.address)])]),
      "status": .text(self.content.isConfirmed ? "final" : "preliminary"),
      "category": .list([
        FHIRPart.concept("http://terminology.hl7.org/CodeSystem/observation-category", "survey")
      ]),
      "code": FHIRPart.concept(
        FHIRNames.scores(of: definition.id), self.score.name.rawValue,
        text: "\(definition.title.text(in: "en")): \(self.score.name)"),
      "subject": self.content.subject,
      "effectiveDateTime": .text("\(self.content.testDate)"),
      "issued": .text("\(self.content.recordedAt)"),
      "method": .object([
        "text": .text("\(definition.id) \(definition.version), definition sha256 \(self.content.result.definitionHash)")
      ]),
      "derivedFrom": .list([
        .object(["reference": .text(self.response), "type": .text("QuestionnaireResponse")])
      ]),
    ]
    for (key, value) in self.value { members[key] = value }
    if self.isBandScore {
      if let band = self.content.result.band, band != .notNormed {
        members["interpretation"] = .list([
          FHIRPart.concept(FHIRNames.bands(of: definition.id), band.rawValue, text: band.rawValue)
        ])
      }
      // Cuts that a licence holder's file supplied stay on this machine.
      let ranges = definition.shareable.bands.compactMap(self.range)
      if !ranges.isEmpty { members["referenceRange"] = .list(ranges) }
    }
    if self.content.result.flags.contains(where: { $0.kind == .notNormed }), self.score.value == .absent {
      members["note"] = .list([.object(["text": .text(self.exposure)])])
    }
    return .object(members)
  }

  private var value: [(String, JSONValue)] {
    switch self.score.value {
    case .absent: [("dataAbsentReason", FHIRPart.concept(FHIRNames.absentCodes, self.absence))]
    case .interval(let low, let high):
      [
        (
          "component",
          .list(
            [("low", low), ("high", high)].map { name, end in
              .members([
                "code": FHIRPart.concept(
                  FHIRNames.scores(of: self.definition.id), "\(self.score.name).\(name)",
                  text: "\(name) end of the interval"),
                "valueQuantity": JSONNumber(end).map { self.quantity($0) },
              ])
            })
        )
      ]
    default: self.single
    }
  }

  /// A number beyond what is reported is given as reported, `<1`; any other unrounded.
  private var single: [(String, JSONValue)] {
    let text = self.score.text
    if let sign = text.first, sign == "<" || sign == ">" {
      guard let limit = Int(text.dropFirst()) else { return [("valueString", .text(text))] }
      return [("valueQuantity", self.quantity(JSONNumber(limit), comparator: String(sign)))]
    }
    if case .points(let points) = self.score.value { return [("valueInteger", .whole(points))] }
    guard let number = self.score.number.flatMap({ JSONNumber($0) }) else { return [("valueString", .text(text))] }
    return [("valueQuantity", self.quantity(number))]
  }

  private func quantity(_ number: JSONNumber, comparator: String? = nil) -> JSONValue {
    let isAge =
      switch self.definition.scores.first(where: { $0.name == self.score.name })?.kind {
      case .ageEquivalent: true
      default: false
      }
    return .members([
      "value": .number(number), "comparator": comparator.map { .text($0) },
      "unit": .text(isAge ? "month" : "score"), "system": .text(FHIRNames.units),
      "code": .text(isAge ? "mo" : "{score}"),
    ])
  }

  private var absence: String {
    let flags = self.content.result.flags
    if flags.contains(where: { $0.kind == .ageOutside }) { return "not-applicable" }
    if flags.contains(where: { $0.kind == .missing }) { return "unknown" }
    return "not-applicable"
  }

  /// What a reader needs to judge a child whom the norms do not cover.
  private var exposure: String {
    let languages = self.content.homeLanguages
    let spoken = languages.isEmpty ? "not stated" : languages.joined(separator: ", ")
    let heard = self.content.englishExposure.map { "\($0) percent of waking hours" } ?? "not stated"
    return "Not normed: the norms do not cover this child. Home languages (CBDS): \(spoken). English heard: \(heard)."
  }

  /// A band with a cut. FHIR includes both ends, a band leaves out its upper one: so its end is only in words.
  private func range(_ band: ScoreBand) -> JSONValue? {
    guard band.from != nil || band.below != nil else { return nil }
    let words = [
      band.from.map { "from \(Self.plain($0))" }, band.below.map { "below \(Self.plain($0))" },
    ].compactMap(\.self).joined(separator: ", ")
    return .members([
      "low": band.from.flatMap { JSONNumber($0) }.map { .object(["value": .number($0)]) },
      "type": FHIRPart.concept(FHIRNames.bands(of: self.definition.id), band.id.rawValue),
      "text": .text("\(band.id): \(words)"),
      "age": .object([
        "low": FHIRPart.months((band.ages ?? self.definition.age.range).lowest),
        "high": FHIRPart.months((band.ages ?? self.definition.age.range).highest),
      ]),
    ])
  }

  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}
