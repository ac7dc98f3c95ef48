// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Which items and sections come next: adaptive sections and routes.
extension ScreenerDecoder {
  func adaptive(_ node: YAMLNode) -> AdaptiveRule? {
    guard let map = MapReader(node, ScreenerKeys.adaptive, self.findings) else { return nil }
    let score = map.text("score")
    let stop = map["stop"].flatMap(self.stop)
    let content = map.entries("content")?.compactMap { entry in
      entry.value.decimal(self.findings).map { AdaptiveRule.Share(domain: entry.key, share: $0) }
    }
    let drawn = map["exposure"] == nil ? 1 : map["exposure"].flatMap(self.randomesque)
    guard let score, let stop, let drawn else { return nil }
    return AdaptiveRule(score: ScoreName(score), stop: stop, content: content ?? [], randomesque: drawn)
  }

  private func stop(_ node: YAMLNode) -> AdaptiveRule.Stop? {
    guard let map = MapReader(node, ScreenerKeys.stop, self.findings) else { return nil }
    let most = map.int("most")
    let least = map["least"] == nil ? 1 : map.int("least")
    guard let most, let least else { return nil }
    return AdaptiveRule.Stop(
      standardError: map.decimal("se"),
      most: most,
      least: least,
      clear: map.decimal("clear")
    )
  }

  private func randomesque(_ node: YAMLNode) -> Int? {
    MapReader(node, ScreenerKeys.exposure, self.findings)?.int("randomesque")
  }

  func route(_ node: YAMLNode) -> SectionRoute? {
    guard let map = MapReader(node, ScreenerKeys.route, self.findings) else { return nil }
    let sections = map.texts("sections")
    let colours = map.texts("colours")
    let cuts = map.entries("cuts")?.compactMap(self.cuts)
    let flags = map.entries("flags")?.compactMap { entry -> SectionRoute.Flag? in
      guard let sign = SectionRoute.Sign(rawValue: entry.key) else {
        let known = SectionRoute.Sign.allCases.map(\.rawValue)
        self.findings.add(
          .definitionUnknownKey,
          "a route shows no sign '\(entry.key)'",
          at: entry.keyPlace,
          maybe: nearest(to: entry.key, among: known).map { "'\($0)' was meant" }
            ?? "the signs are \(known.joined(separator: ", "))"
        )
        return nil
      }
      return entry.value.text(self.findings).map { SectionRoute.Flag(sign: sign, name: $0) }
    }
    guard let sections, let colours else { return nil }
    return SectionRoute(
      sections: sections.map(SectionID.init(_:)),
      colours: colours,
      cuts: cuts ?? [],
      flags: flags ?? []
    )
  }

  /// `S1: [4, 8]`.
  func cuts(_ entry: YAMLNode.Entry) -> SectionRoute.Cuts? {
    guard let nodes = entry.value.list(self.findings) else { return nil }
    let points = nodes.compactMap { $0.int(self.findings, in: -1_000_000...1_000_000) }
    guard points.count == nodes.count else { return nil }
    return SectionRoute.Cuts(section: SectionID(entry.key), points: points)
  }
}
