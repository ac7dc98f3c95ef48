// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One child's way from answers to tier. Each stage is an extension in a file of its own.
struct Scoring {
  let screener: PreparedScreener
  let sheet: AnswerSheet
  let context: ScreeningContext
  let age: ScreeningAge
  var flags: [ScreeningFlag] = []
  var trail: ScoringTrail
  /// Why the norms must not be applied.
  var notNormed: String?
  /// By section; `nil` for a section that was not given: not for this age, or not on the route.
  var tallies: [SectionTally?] = []
  /// By section, beside ``tallies``.
  var walks: [SectionWalk?] = []
  /// `nil` for a screener without a route.
  var routeWalk: RouteWalk?
  /// What tier conditions call flags.
  var raised: Set<String> = []
  var scores: [NamedScore] = []

  init(
    _ screener: PreparedScreener,
    _ sheet: AnswerSheet,
    _ context: ScreeningContext,
    _ age: ScreeningAge,
    explaining: Bool
  ) {
    self.screener = screener
    self.sheet = sheet
    self.context = context
    self.age = age
    self.trail = ScoringTrail(isOn: explaining)
  }

  mutating func result() -> ScreeningResult {
    guard let months = self.ageForNorms() else {
      let absent = self.screener.scores.map { NamedScore($0.name, .absent) }
      return self.result(months: self.age.months, scores: absent, band: nil, tier: nil)
    }
    self.checkNormsApply()
    self.tallySections(atMonths: months)
    self.makeScores(atMonths: months)
    let band = self.band(atMonths: months)
    let tier = self.tier(band: band)
    return self.result(months: months, scores: self.scores, band: band, tier: tier)
  }

  private func result(
    months: Int,
    scores: [NamedScore],
    band: BandID?,
    tier: TierProposal?
  ) -> ScreeningResult {
    let definition = self.screener.definition
    return ScreeningResult(
      screener: definition.id,
      version: definition.version,
      definitionHash: definition.hash,
      age: self.age,
      ageMonths: months,
      scores: scores,
      band: band,
      tier: tier,
      flags: self.flags,
      steps: self.trail.steps
    )
  }
}
