// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every state that a definition's tier rules can meet: each band, and not normed where that can happen, with
/// each set of concerns and of flags.
struct TierTrial {
  struct State {
    /// `nil`: not normed.
    let band: BandID?
    let concerns: Set<Concern>
    let flags: Set<String>
    /// The first rule that holds.
    let rule: Int?
  }

  let states: [State]

  init(_ definition: ScreenerDefinition) {
    let concerns = Self.subsets(of: Concern.allCases)
    // More flags than this in one definition would make the trial too long; the rest is then tried as not raised.
    let named = Set(definition.tiers.flatMap(\.condition.flags)).sorted().prefix(8)
    let flags = Self.subsets(of: Array(named))
    let usesNorms = definition.scores.contains { $0.usesNorms }
    let canBeNotNormed = definition.normsApply != nil || usesNorms
    let bands: [BandID?] = definition.bands.map(\.id) + (canBeNotNormed ? [nil] : [])
    self.states = bands.flatMap { band in
      concerns.flatMap { concerns in
        // Flags rest on cuts, which do not hold for a child who is not normed.
        (band == nil ? [[]] : flags).map { flags in
          let rule = definition.tiers.firstIndex {
            $0.condition.holds(notNormed: band == nil, band: band, concerns: concerns, flags: flags)
          }
          return State(band: band, concerns: concerns, flags: flags, rule: rule)
        }
      }
    }
  }

  private static func subsets<Element: Hashable>(of elements: [Element]) -> [Set<Element>] {
    elements.reduce(into: [Set<Element>()]) { sets, element in sets += sets.map { $0.union([element]) } }
  }
}
