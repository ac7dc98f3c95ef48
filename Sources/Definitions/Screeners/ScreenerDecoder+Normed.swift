// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Scores that come from tables and item banks, and what is said of their error.
extension ScreenerDecoder {
  func lookup(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let norms = map.text("lookup")
    let of = map.text("of")
    let metric = self.metric(map)
    guard let norms, let of else { return nil }
    return .lookup(LookupScore(norms: NormsID(norms), of: ScoreName(of), metric: metric))
  }

  /// `mean` and `sd` go together.
  private func metric(_ map: MapReader) -> ScoreMetric? {
    let mean = map.decimal("mean")
    let sd = map.decimal("sd")
    if let mean, let sd { return ScoreMetric(mean: mean, sd: sd) }
    if (map["mean"] == nil) != (map["sd"] == nil) {
      self.findings.add(
        .definitionMissingKey,
        "a scale has a mean and an sd",
        at: map.place(map["mean"] == nil ? "sd" : "mean"),
        maybe: "give both, or neither"
      )
    }
    return nil
  }

  func observed(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let of = map.text("sem")
    let level = map.decimal("level")
    let error = self.error(map)
    guard let of, let level, let error else { return nil }
    return .observed(ObservedScoreInterval(of: ScoreName(of), error: error, level: level))
  }

  func belowCut(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let of = map.text("below-cut")
    let cut = map.decimal("cut")
    let error = self.error(map)
    let unsure = map["unsure"].map(self.probabilities)
    guard let of, let cut, let error else { return nil }
    if let unsure, unsure == nil { return nil }
    return .belowCut(BelowCutScore(of: ScoreName(of), cut: cut, error: error, unsure: unsure ?? nil))
  }

  private func probabilities(_ node: YAMLNode) -> ClosedRange<Double>? {
    guard let nodes = node.list(self.findings), nodes.count == 2 else {
      return node.refuse("two probabilities", self.findings, maybe: "write [0.3, 0.7]")
    }
    guard let low = nodes[0].decimal(self.findings), let high = nodes[1].decimal(self.findings) else { return nil }
    guard low < high else {
      return node.refuse("the lower probability first", self.findings, maybe: "write [0.3, 0.7]")
    }
    return low...high
  }

  /// Either a reliability or a child's own standard error.
  private func error(_ map: MapReader) -> ErrorSource? {
    switch (map["reliability"], map["se"]) {
    case (.some, nil): return map.decimal("reliability").map { .reliability($0) }
    case (nil, .some): return map.text("se").map { .ability(ScoreName($0)) }
    case (nil, nil), (.some, .some):
      self.findings.add(
        .definitionMissingKey,
        "the standard error comes from one of reliability and se",
        at: map.node.place,
        maybe: "give exactly one of them"
      )
      return nil
    }
  }

  func ability(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let bank = map.text("irt")
    let sections = map["of"].flatMap(self.names)
    let estimator = map.choice("estimator", AbilityEstimator.Method.self)
    let least = map.int("least")
    let range = map["range"] == nil ? InclusiveRange(-4, 4) : map["range"].flatMap(self.range)
    let prior = map["prior"] == nil ? AbilityPrior() : map["prior"].flatMap(self.prior)
    guard let bank, let sections, let estimator, let least, let range, let prior else { return nil }
    return .ability(
      AbilityScore(
        bank: BankID(bank),
        sections: sections.map(SectionID.init(_:)),
        estimator: estimator,
        least: least,
        prior: prior,
        range: range
      )
    )
  }

  private func prior(_ node: YAMLNode) -> AbilityPrior? {
    guard let map = MapReader(node, ScreenerKeys.prior, self.findings) else { return nil }
    let mean = map.decimal("mean")
    let sd = map.decimal("sd")
    guard let mean, let sd else { return nil }
    return AbilityPrior(mean: mean, sd: sd)
  }
}
