// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every state that a definition's tier rules can meet: each band, and not normed where that can happen, with
/// each set of concerns.
struct TierTrial {
  struct State {
    /// `nil`: not normed.
    let band: BandID?
    let concerns: Set<Concern>
    /// The first rule that holds.
    let rule: Int?
  }

  let states: [State]

  init(_ definition: ScreenerDefinition) {
    let concerns = Concern.allCases.reduce(into: [Set<Concern>()]) { sets, concern in
      sets += sets.map { $0.union([concern]) }
    }
    let usesNorms = definition.scores.contains { if case .lms = $0.kind { true } else { false } }
    let canBeNotNormed = definition.normsApply != nil || usesNorms
    let bands: [BandID?] = definition.bands.map(\.id) + (canBeNotNormed ? [nil] : [])
    self.states = bands.flatMap { band in
      concerns.map { concerns in
        let rule = definition.tiers.firstIndex {
          $0.condition.holds(notNormed: band == nil, band: band, concerns: concerns)
        }
        return State(band: band, concerns: concerns, rule: rule)
      }
    }
  }
}
