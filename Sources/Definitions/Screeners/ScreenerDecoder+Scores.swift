// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// The declared scores. The key that names the kind also names what the score is made from.
extension ScreenerDecoder {
  func score(_ entry: YAMLNode.Entry) -> ScoreDeclaration? {
    guard let keys = entry.value.entries(self.findings)?.map(\.key) else { return nil }
    let known = ScreenerKeys.scores
    // A scale has a mean and an interval a standard error: those two name a kind only when they come first.
    let named =
      known.first { $0.kind == keys.first }
      ?? known.first { !["mean", "se"].contains($0.kind) && keys.contains($0.kind) }
    guard let (kind, set) = named else {
      let near = keys.lazy.compactMap { nearest(to: $0, among: known.map(\.kind)) }.first
      self.findings.add(
        .definitionMissingKey,
        "the score '\(entry.key)' does not say how it is made",
        at: entry.keyPlace,
        maybe: near.map { "'\($0)' was meant" }
          ?? "begin with one of \(known.map(\.kind).joined(separator: ", "))"
      )
      return nil
    }
    guard let map = MapReader(entry.value, set, self.findings) else { return nil }
    return self.kind(kind, map).map { ScoreDeclaration(name: ScoreName(entry.key), kind: $0) }
  }

  private func kind(_ kind: String, _ map: MapReader) -> ScoreDeclaration.Kind? {
    switch kind {
    case "sum": self.sum(map)
    case "add": self.add(map)
    case "mean": self.mean(map)
    case "lms": self.lms(map)
    case "lookup": self.lookup(map)
    case "stanine": map.text("stanine").map { .stanine(StanineScore(of: ScoreName($0))) }
    case "sem": self.observed(map)
    case "below-cut": self.belowCut(map)
    case "irt": self.ability(map)
    case "se": map.text("se").map { .abilityError(AbilityErrorScore(of: ScoreName($0))) }
    case "route": map.choice("route", RouteScore.What.self).map { .route(RouteScore($0)) }
    case "scale": self.scale(map)
    case "percentile": self.percentile(map)
    case "true-score": self.trueScore(map)
    case "age-equivalent": self.ageEquivalent(map)
    default: self.reliableChange(map)
    }
  }

  private func sum(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let sections = map["sum"].flatMap(self.names)
    let missing = map["missing"].flatMap(self.missing)
    let weights = map.entries("weights")?.compactMap { entry in
      entry.value.int(self.findings).map { (ItemCode(entry.key), $0) }
    }
    guard let sections, let missing else { return nil }
    return .sum(
      SumScore(
        sections: sections.map(SectionID.init(_:)),
        weights: Dictionary(weights ?? [], uniquingKeysWith: { first, _ in first }),
        missing: missing
      )
    )
  }

  private func mean(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let sections = map["mean"].flatMap(self.names)
    let missing = map["missing"].flatMap(self.missing)
    let times = map["times"] == nil ? 1 : map.int("times")
    guard let sections, let missing, let times else { return nil }
    guard missing.rule == nil else {
      return map["missing"]?.reject(
        "a mean has no rule for missing items: it is over the answered ones",
        self.findings,
        maybe: "remove the rule"
      )
    }
    return .mean(MeanScore(sections: sections.map(SectionID.init(_:)), times: times, allow: missing.allow))
  }

  private func missing(_ node: YAMLNode) -> SumScore.Missing? {
    guard let map = MapReader(node, ScreenerKeys.missing, self.findings) else { return nil }
    let rule = map.choice("rule", SumScore.Missing.Rule.self)
    return map.int("allow", in: 0...1000).map { SumScore.Missing(allow: $0, rule: rule) }
  }

  private func add(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let range = map["range"].flatMap(self.range)
    return map.texts("add").map { .add(AddScore(scores: $0.map(ScoreName.init(_:)), range: range)) }
  }

  private func lms(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let norms = map.text("lms")
    let of = map.text("of")
    guard let norms, let of else { return nil }
    return .lms(LMSScore(norms: NormsID(norms), of: ScoreName(of)))
  }

  private func scale(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let of = map.text("scale")
    let mean = map.decimal("mean")
    let sd = map.decimal("sd")
    let round = map.choice("round", ScaleScore.Rounding.self)
    let clip = map["clip"].flatMap(self.range)
    guard let of, let mean, let sd, let round else { return nil }
    return .scale(ScaleScore(of: ScoreName(of), mean: mean, sd: sd, round: round, clip: clip))
  }

  private func percentile(_ map: MapReader) -> ScoreDeclaration.Kind? {
    guard let of = map.text("percentile") else { return nil }
    guard let report = map["report"] else { return .percentile(PercentileScore(of: ScoreName(of))) }
    let texts = report.texts(self.findings) ?? []
    guard texts.count == 2, texts[0].first == "<", texts[1].first == ">",
      let below = Int(texts[0].dropFirst()), let above = Int(texts[1].dropFirst())
    else { return report.refuse("two limits", self.findings, maybe: "write [\"<1\", \">99\"]") }
    return .percentile(PercentileScore(of: ScoreName(of), reportBelow: below, reportAbove: above))
  }

  private func trueScore(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let of = map.text("true-score")
    let reliability = map.decimal("reliability")
    let level = map.decimal("level")
    guard let of, let reliability, let level else { return nil }
    return .trueScore(TrueScoreInterval(of: ScoreName(of), reliability: reliability, level: level))
  }

  private func ageEquivalent(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let of = map.text("age-equivalent")
    let norms = map.text("norms")
    guard let of, let norms else { return nil }
    return .ageEquivalent(AgeEquivalentScore(of: ScoreName(of), norms: NormsID(norms)))
  }

  private func reliableChange(_ map: MapReader) -> ScoreDeclaration.Kind? {
    let of = map.text("reliable-change")
    let reliability = map.decimal("reliability")
    let criterion = map.decimal("criterion")
    guard let of, let reliability, let criterion else { return nil }
    return .reliableChange(
      ReliableChangeScore(of: ScoreName(of), reliability: reliability, criterion: criterion)
    )
  }
}
