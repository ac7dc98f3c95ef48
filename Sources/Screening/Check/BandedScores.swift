// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The values that a score which bands are cut on can have.
struct BandedScores {
  private enum Values {
    case whole(InclusiveRange)
    case real(Double, Double)
    case listed([Double])
  }

  private let values: Values

  /// `nil` where no range is known.
  init?(_ definition: ScreenerDefinition, _ name: ScoreName) {
    if let points = definition.attainablePoints(name) {
      guard Self.isReasonable(points) else { return nil }
      self.values = .whole(points)
      return
    }
    switch definition.score(name)?.kind {
    case .scale(let scale):
      let range = scale.clip ?? InclusiveRange(-1_000_000, 1_000_000)
      guard Self.isReasonable(range) else { return nil }
      self.values =
        scale.round == .halfUp && scale.clip != nil
        ? .whole(range) : .real(Double(range.lowest), Double(range.highest))
    case .lookup(let lookup):
      let values = definition.lookup(lookup.norms)?.rows.map(\.value) ?? []
      guard let lowest = values.min(), let highest = values.max() else { return nil }
      self.values =
        definition.lookup(lookup.norms)?.interpolate == LookupTable.Interpolation.none
        ? .listed(Set(values).sorted()) : .real(lowest, highest)
    case .ability(let ability):
      guard Self.isReasonable(ability.range) else { return nil }
      self.values = .real(Double(ability.range.lowest), Double(ability.range.highest))
    case .mean(let mean):
      let points = mean.sections.compactMap { definition.section($0) }.compactMap {
        definition.responseSet($0.use)?.points
      }
      guard let lowest = points.map(\.lowest).min(), let highest = points.map(\.highest).max(),
        ResponsePoints.allows(lowest), ResponsePoints.allows(highest), (1...1000).contains(mean.times)
      else { return nil }
      self.values = .real(Double(lowest * mean.times), Double(highest * mean.times))
    default: return nil
    }
  }

  /// Whole and listed values one by one; others at both limits, at each cut, and half-way between neighbouring cuts.
  /// Ascending.
  func tried(cuts: [Double]) -> [Double] {
    switch self.values {
    case .listed(let values): return values
    case .whole(let range) where range.highest - range.lowest <= 100_000:
      return (range.lowest...range.highest).map(Double.init)
    case .whole(let range): return Self.edges(Double(range.lowest), Double(range.highest), cuts)
    case .real(let lowest, let highest): return Self.edges(lowest, highest, cuts)
    }
  }

  private static func edges(_ lowest: Double, _ highest: Double, _ cuts: [Double]) -> [Double] {
    let edges = ([lowest, highest] + cuts.filter { lowest < $0 && $0 < highest }).sorted()
    return (edges + zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }).sorted()
  }

  private static func isReasonable(_ range: InclusiveRange) -> Bool {
    !range.isEmpty && range.lowest >= -1_000_000 && range.highest <= 1_000_000
  }
}
