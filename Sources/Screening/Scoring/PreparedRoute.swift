// SPDX-License-Identifier: Apache-2.0

/// A route with its sections as positions.
struct PreparedRoute: Sendable {
  /// Positions among the screener's sections, youngest first.
  let sections: [Int]
  let colours: [String]
  /// By section of the route: the points from which each further colour holds.
  let cuts: [[Int]]
  let flags: [SectionRoute.Flag]

  /// `nil` when the definition is not sound.
  init?(_ route: SectionRoute, in definition: ScreenerDefinition) {
    let sections = route.sections.compactMap { id in definition.sections.firstIndex { $0.id == id } }
    let cuts = route.sections.compactMap { id in route.cuts.first { $0.section == id }?.points }
    guard sections.count == route.sections.count, cuts.count == route.sections.count, route.colours.count >= 2,
      cuts.allSatisfy({ $0.count == route.colours.count - 1 })
    else { return nil }
    self.sections = sections
    self.cuts = cuts
    self.colours = route.colours
    self.flags = route.flags
  }

  /// The position of the last colour, which ends the route.
  var last: Int { self.colours.count - 1 }

  /// How many of the section's cuts the points reach.
  func colour(of points: Int, at step: Int) -> Int { self.cuts[step].count { $0 <= points } }
}
