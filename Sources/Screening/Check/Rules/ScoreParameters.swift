// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The numbers of a score's rule lie where its formula has a meaning.
struct ScoreParameters: DefinitionRule {
  static let code = "screener.score-parameter"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      switch score.kind {
      case .scale(let scale): self.scale(scale, score)
      case .percentile(let percentile): self.percentile(percentile, score)
      case .lookup(let lookup): self.metric(lookup.metric, score)
      case .observed(let interval):
        self.error(interval.error, of: interval.of, score, definition) + self.share(interval.level, "level", score)
      case .belowCut(let rule):
        self.error(rule.error, of: rule.of, score, definition) + self.cut(rule, score) + self.unsure(rule, score)
      case .ability(let ability): self.ability(ability, score)
      case .mean(let mean):
        (1...1000).contains(mean.times)
          ? []
          : [
            self.finding(
              score.path["times"],
              "\(score.name) is \(mean.times) times a mean",
              remedy: "give a whole number from 1 to 1000"
            )
          ]
      case .trueScore(let interval):
        self.share(interval.reliability, "reliability", score) + self.share(interval.level, "level", score)
      case .reliableChange(let change):
        self.share(change.reliability, "reliability", score)
          + (change.criterion > 0 && change.criterion.isFinite
            ? []
            : [
              self.finding(
                score.path["criterion"],
                "the criterion of \(score.name) is \(change.criterion)",
                remedy: "give a number above 0; 1.96 is usual"
              )
            ])
      default: []
      }
    }
  }

  private func share(_ value: Double, _ key: String, _ score: ScoreDeclaration) -> [DefinitionFinding] {
    guard !(value > 0 && value < 1) else { return [] }
    return [
      self.finding(
        score.path[key],
        "the \(key) of \(score.name) is \(plainText(value))",
        remedy: "give a number between 0 and 1"
      )
    ]
  }

  /// A standard error is that of the very ability that the score is a scale of, or it says nothing of the score.
  private func error(
    _ source: ErrorSource,
    of name: ScoreName,
    _ score: ScoreDeclaration,
    _ definition: ScreenerDefinition
  ) -> [DefinitionFinding] {
    switch source {
    case .reliability(let reliability): return self.share(reliability, "reliability", score)
    case .ability(let error):
      guard case .abilityError(let of)? = definition.score(error)?.kind else { return [] }
      if case .scale(let scale)? = definition.score(name)?.kind, scale.of == of.of { return [] }
      return [
        self.finding(
          score.path["se"],
          "\(error) is the standard error of \(of.of), and \(name) is no scale of it",
          remedy: "name the standard error of the ability that \(name) is made from, or give a reliability"
        )
      ]
    }
  }

  private func cut(_ rule: BelowCutScore, _ score: ScoreDeclaration) -> [DefinitionFinding] {
    guard !(abs(rule.cut) <= 1e6) else { return [] }
    return [
      self.finding(
        score.path["cut"],
        "\(score.name) has the cut \(plainText(rule.cut))",
        remedy: "give a number on the score's scale"
      )
    ]
  }

  private func metric(_ metric: ScoreMetric?, _ score: ScoreDeclaration) -> [DefinitionFinding] {
    guard let metric, !(metric.sd > 0 && metric.sd <= 1e6 && abs(metric.mean) <= 1e6) else { return [] }
    return [
      self.finding(
        score.path["sd"],
        "\(score.name) has mean \(plainText(metric.mean)) and sd \(plainText(metric.sd))",
        remedy: "give an sd above 0, and neither beyond a million"
      )
    ]
  }

  private func unsure(_ rule: BelowCutScore, _ score: ScoreDeclaration) -> [DefinitionFinding] {
    guard let unsure = rule.unsure, !(unsure.lowerBound > 0 && unsure.upperBound < 1) else { return [] }
    return [
      self.finding(
        score.path["unsure"],
        "\(score.name) is unsure from \(plainText(unsure.lowerBound)) to \(plainText(unsure.upperBound))",
        remedy: "give two probabilities between 0 and 1, such as [0.3, 0.7]"
      )
    ]
  }

  private func ability(_ ability: AbilityScore, _ score: ScoreDeclaration) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    if ability.least < 1 {
      found.append(
        self.finding(
          score.path["least"],
          "\(score.name) asks for at least \(ability.least) answers",
          remedy: "ask for 1 or more"
        )
      )
    }
    if ability.range.isEmpty || ability.range.lowest < -10 || ability.range.highest > 10
      || ability.range.lowest == ability.range.highest
    {
      found.append(
        self.finding(
          score.path["range"],
          "\(score.name) lies within \(ability.range)",
          remedy: "give the lower limit first, within -10 to 10; [-4, 4] is usual"
        )
      )
    }
    if !(ability.prior.sd > 0 && ability.prior.sd <= 100 && abs(ability.prior.mean) <= 100) {
      found.append(
        self.finding(
          score.path["prior"],
          "the prior of \(score.name) has mean \(plainText(ability.prior.mean)) and sd "
            + "\(plainText(ability.prior.sd))",
          remedy: "give an sd above 0; {mean: 0, sd: 1} is usual"
        )
      )
    }
    return found
  }

  private func scale(_ scale: ScaleScore, _ score: ScoreDeclaration) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    if !(scale.sd > 0 && scale.sd <= 1e6 && abs(scale.mean) <= 1e6) {
      found.append(
        self.finding(
          score.path["sd"],
          "\(score.name) has mean \(plainText(scale.mean)) and sd \(plainText(scale.sd))",
          remedy: "give an sd above 0, and neither beyond a million"
        )
      )
    }
    if let clip = scale.clip,
      clip.lowest >= clip.highest || clip.lowest < -1_000_000 || clip.highest > 1_000_000
    {
      found.append(
        self.finding(
          score.path["clip"],
          "\(score.name) is kept within \(clip)",
          remedy: "give the lower limit first, and neither beyond a million"
        )
      )
    }
    return found
  }

  private func percentile(_ percentile: PercentileScore, _ score: ScoreDeclaration) -> [DefinitionFinding] {
    let (below, above) = (percentile.reportBelow ?? 0, percentile.reportAbove ?? 100)
    guard below < 0 || above > 100 || below >= above else { return [] }
    return [
      self.finding(
        score.path["report"],
        "\(score.name) is printed as <\(below) and >\(above)",
        remedy: "give two percentages, the lower first: [\"<1\", \">99\"]"
      )
    ]
  }
}
