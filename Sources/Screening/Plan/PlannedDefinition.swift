// SPDX-License-Identifier: Apache-2.0

extension ScreenerDefinition {
  /// The definition made again from nothing but what a ``ScoringPlan`` reads.
  ///
  /// Whatever a definition may say beyond that is left at its default here, so the two are equal exactly when the plan
  /// knows everything the definition says; see ``ScoringPlan/init(_:)``. The kinds of score are told apart there.
  var asPlanned: ScreenerDefinition {
    ScreenerDefinition(
      id: self.id, version: self.version, status: self.status, title: self.title, licence: self.licence,
      provenance: self.provenance,
      age: AgePolicy(
        rule: self.age.rule, bandOn: self.age.bandOn, range: self.age.range, outside: self.age.outside,
        preterm: self.age.preterm.map {
          AgePolicy.PretermCorrection(weeksBelow: $0.weeksBelow, untilMonths: $0.untilMonths)
        }),
      normsApply: self.normsApply.map {
        NormsApply(homeLanguages: $0.homeLanguages, otherwise: $0.otherwise, notStated: $0.notStated)
      },
      responses: self.responses.map { ResponseSet(id: $0.id, options: $0.options) },
      sections: self.sections.map { section in
        ScreenerSection(
          id: section.id, title: section.title, use: section.use, ages: section.ages,
          items: section.items.map { ScreenerItem(code: $0.code, text: $0.text, reverse: $0.reverse) })
      },
      administer: self.administer.map(\.asPlanned),
      scores: self.scores.map { ScoreDeclaration(name: $0.name, kind: $0.kind.asPlanned) },
      norms: self.norms.map {
        NormTable(id: $0.id, interpolate: $0.interpolate, file: $0.file, sha256: $0.sha256, rows: $0.rows)
      },
      bands: self.bands.map { ScoreBand(id: $0.id, when: $0.when, from: $0.from, below: $0.below) },
      tiers: self.tiers.map { TierRule(tier: $0.tier, condition: $0.condition) },
      rescreen: self.rescreen, changes: self.changes, hash: self.hash, edition: self.edition,
      contentHash: self.contentHash)
  }
}

extension SectionAdministration {
  fileprivate var asPlanned: SectionAdministration {
    SectionAdministration(
      section: self.section,
      start: self.start.map { StartPoint(ages: $0.ages, at: $0.at) },
      basal: self.basal.map {
        Basal(run: $0.run, of: $0.of, creditBelow: $0.creditBelow, reverse: $0.reverse)
      },
      ceiling: self.ceiling.map { Ceiling(run: $0.run, of: $0.of, then: $0.then) })
  }
}

extension ScoreDeclaration.Kind {
  fileprivate var asPlanned: ScoreDeclaration.Kind {
    switch self {
    case .sum(let sum):
      .sum(
        SumScore(
          sections: sum.sections, missing: SumScore.Missing(allow: sum.missing.allow, rule: sum.missing.rule)))
    case .add(let add): .add(AddScore(scores: add.scores, range: add.range))
    case .lms(let lms): .lms(LMSScore(norms: lms.norms, of: lms.of))
    case .scale(let scale):
      .scale(ScaleScore(of: scale.of, mean: scale.mean, sd: scale.sd, round: scale.round, clip: scale.clip))
    case .percentile(let rule):
      .percentile(PercentileScore(of: rule.of, reportBelow: rule.reportBelow, reportAbove: rule.reportAbove))
    case .trueScore(let rule):
      .trueScore(TrueScoreInterval(of: rule.of, reliability: rule.reliability, level: rule.level))
    case .ageEquivalent(let rule): .ageEquivalent(AgeEquivalentScore(of: rule.of, norms: rule.norms))
    case .reliableChange: self
    // Kinds of no plan: made a score that they are not, so that the definition differs.
    case .mean, .lookup, .stanine, .observed, .belowCut, .ability, .abilityError, .route:
      .add(AddScore(scores: []))
    }
  }
}

extension TierCondition {
  /// Whether a plan can decide the condition: it depends on the band, on not being normed and on recorded concerns.
  var isPlanned: Bool {
    switch self {
    case .notNormed, .bandIn, .concern: true
    case .flag: false
    case .and(let a, let b), .or(let a, let b): a.isPlanned && b.isPlanned
    case .not(let a): a.isPlanned
    }
  }
}
