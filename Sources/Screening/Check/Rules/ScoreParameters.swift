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
