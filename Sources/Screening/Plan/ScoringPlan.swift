// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A screener as flat arrays of numbers: scores a row of a file straight from its bytes into the bytes of its scores,
/// and allocates nothing for it.
///
/// ``PreparedScreener/score(_:in:explaining:)-(AnswerSheet,_,_)`` is the slow twin: for every row that a plan scores,
/// both come to the same text. Steps in words and anything a definition may say that the plan does not know are the
/// slow twin's alone.
public struct ScoringPlan: Sendable {
  /// What is subtracted from or counted for nothing: a response without points.
  static let noPoints = Int32.min

  let policy: AgePolicy
  let languages: PlanLanguages?
  let codes: PlanCodes
  /// By item: its table in `codes`, and where its points by response begin in `worth`.
  let items: [(table: Int, worth: Int)]
  let worth: [Int32]
  let sections: [PlanSection]
  let starts: [Int]
  let marks: [PlanSection.Mark]
  let steps: [PlanStep]
  let parts: [Int]
  let slots: Int
  let bandScore: Int?
  /// Raised when there is no band and nothing else says why.
  let bandMissing: Int
  let bands: [PlanBand]
  let notNormed: PlanBand
  let texts: PlanTexts
  let flags: PlanFlags
  /// `,screener,version,definition_hash` and the line end.
  let tail: [UInt8]

  /// `nil` for a definition that says anything a plan does not know, or whose names need quotation marks in a file:
  /// the slow twin serves then.
  public init?(_ screener: PreparedScreener) {
    let definition = screener.definition
    let names =
      definition.sections.map(\.id.rawValue) + definition.scores.map(\.name.rawValue)
      + definition.bands.map(\.id.rawValue) + definition.tiers.map(\.tier.rawValue) + [definition.id.rawValue]
    guard definition == definition.asPlanned, definition.tiers.allSatisfy(\.condition.isPlanned),
      names.allSatisfy(PlanTexts.needsNoQuotes)
    else { return nil }
    var languages: PlanLanguages?
    if let rule = definition.normsApply {
      guard let listed = PlanLanguages(rule) else { return nil }
      languages = listed
    }
    var texts = PlanTexts()
    var parts = PlanParts()
    for section in screener.sections { parts.add(section, texts: &texts) }
    guard let steps = PlanSteps(screener, texts: &texts) else { return nil }
    self.policy = definition.age
    self.languages = languages
    self.codes = parts.codes
    self.items = parts.items
    self.worth = parts.worth
    self.sections = parts.sections
    self.starts = parts.starts
    self.marks = parts.marks
    self.steps = steps.steps
    self.parts = steps.parts
    self.slots = steps.slots
    self.bandScore = screener.bandScore
    self.bandMissing = texts.add(
      ScreeningFlag(.missing, screener.bandScore.map { screener.scores[$0].name.rawValue } ?? "").description)
    self.bands = definition.bands.map { PlanBand($0, rules: definition.tiers, texts: &texts) }
    self.notNormed = PlanBand(nil, rules: definition.tiers, texts: &texts)
    self.flags = PlanFlags(&texts)
    self.texts = texts
    self.tail = Array(",\(definition.id),\(definition.version),\(definition.hash)\n".utf8)
  }

  /// New working space for one thread: some hundred kilobytes at most.
  public func scratch() -> PlanScratch {
    PlanScratch(
      responses: [Int16](repeating: AnswerSheet.blank, count: self.items.count),
      tallies: [PlanScratch.Tally](repeating: PlanScratch.Tally(), count: self.sections.count),
      scores: [PlanScratch.Score](repeating: PlanScratch.Score(), count: self.steps.count),
      memo: PlanMemo(slots: self.slots),
      // At most four a section, two a score, and five about the child.
      flags: [Int](repeating: 0, count: 4 * self.sections.count + 2 * self.steps.count + 5))
  }
}

/// The flags that are about the child and not about a part of the screener.
struct PlanFlags: Sendable {
  let preterm: Int
  let ageOutside: Int
  /// The age that was taken stands behind it.
  let ageNearest: Int
  let otherLanguage: Int
  let languageNotStated: Int
  let outsideNorms: Int

  init(_ texts: inout PlanTexts) {
    self.preterm = texts.add(ScreeningFlag(.pretermCorrected).description)
    self.ageOutside = texts.add(ScreeningFlag(.ageOutside).description)
    self.ageNearest = texts.add("\(ScreeningFlag.Kind.ageNearest.rawValue):")
    self.otherLanguage = texts.add(ScreeningFlag(.notNormed, "home-language").description)
    self.languageNotStated = texts.add(ScreeningFlag(.notStated, "home-language").description)
    self.outsideNorms = texts.add(ScreeningFlag(.notNormed, "outside-norms").description)
  }
}
