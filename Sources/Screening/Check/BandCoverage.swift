// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// How often the bands of a definition cover each score that a child can get.
struct BandCoverage {
  /// Scores in one run that the same bands cover.
  struct Stretch: Equatable {
    let from: Double
    /// The last score of the run, included where scores are whole numbers.
    let through: Double
    /// Positions in the definition's list.
    let bands: [Int]
  }

  let stretches: [Stretch]
  let score: ScoreName

  /// `nil` where there are no bands, or no range of scores is known: an unlimited scale.
  ///
  /// Whole-number scores are tried one by one. Others are tried at both limits, at each cut, and half-way
  /// between neighbouring cuts.
  init?(_ definition: ScreenerDefinition) {
    guard let first = definition.bands.first, let score = definition.score(first.when) else { return nil }
    self.score = first.when
    let range: InclusiveRange
    var isWhole = true
    if let points = definition.attainablePoints(first.when) {
      range = points
    } else if case .scale(let scale) = score.kind {
      range = scale.clip ?? InclusiveRange(-1_000_000, 1_000_000)
      isWhole = scale.round == .halfUp && scale.clip != nil
    } else {
      return nil
    }
    guard !range.isEmpty, range.lowest >= -1_000_000, range.highest <= 1_000_000 else { return nil }
    let (lowest, highest) = (Double(range.lowest), Double(range.highest))
    var tried: [Double]
    if isWhole, range.highest - range.lowest <= 100_000 {
      tried = (range.lowest...range.highest).map(Double.init)
    } else {
      let cuts = definition.bands.flatMap { [$0.from, $0.below].compactMap(\.self) }
      let edges = ([lowest, highest] + cuts.filter { lowest < $0 && $0 < highest }).sorted()
      tried = edges + zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
      tried.sort()
    }
    var stretches: [Stretch] = []
    for value in tried {
      let bands = definition.bands.indices.filter { definition.bands[$0].contains(value) }
      if let last = stretches.last, last.bands == bands {
        stretches[stretches.count - 1] = Stretch(from: last.from, through: value, bands: bands)
      } else {
        stretches.append(Stretch(from: value, through: value, bands: bands))
      }
    }
    self.stretches = stretches
  }

  static func text(_ stretch: Stretch) -> String {
    stretch.from == stretch.through
      ? plainText(stretch.from) : "\(plainText(stretch.from)) to \(plainText(stretch.through))"
  }
}
