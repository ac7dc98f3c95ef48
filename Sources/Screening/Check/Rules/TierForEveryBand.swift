// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Where there are tiers, every band and every not-normed child gets one.
struct TierForEveryBand: DefinitionRule {
  static let code = "screener.tier-missing"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard !definition.tiers.isEmpty else { return [] }
    var named: Set<BandID> = []
    return TierTrial(definition).states.filter { $0.rule == nil }.compactMap { state in
      let band = state.band ?? .notNormed
      guard named.insert(band).inserted else { return nil }
      let concerns =
        state.concerns.sorted().map { " and concern.\($0.rawValue)" }.joined()
        + state.flags.sorted().map { " and flag.\($0)" }.joined()
      let condition = state.band.map { "band = \($0)" } ?? "not-normed"
      return self.finding(
        DefinitionPath("tiers"),
        "a child with \(condition)\(concerns) gets no tier",
        remedy: "add a tier with if: \"\(condition)\""
      )
    }
  }
}
