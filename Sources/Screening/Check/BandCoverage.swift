// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// How often the bands of a definition cover each score that a child can get, at one stretch of ages.
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
  /// Months at which the same bands hold; `nil` when no band says an age.
  let ages: InclusiveRange?
  /// Positions of the bands that hold at these ages.
  let bands: [Int]

  /// One coverage for each stretch of ages. Empty where there are no bands, where their cuts still come from a licence
  /// holder's file, and where no range of scores is known: an unlimited scale.
  static func all(_ definition: ScreenerDefinition) -> [BandCoverage] {
    guard let first = definition.bands.first, !definition.waitsForCuts,
      let scores = BandedScores(definition, first.when)
    else { return [] }
    let tried = scores.tried(cuts: definition.bands.flatMap { [$0.from, $0.below].compactMap(\.self) })
    guard definition.bands.contains(where: { $0.ages != nil }) else {
      let all = Array(definition.bands.indices)
      return [BandCoverage(definition, first.when, tried, ages: nil, bands: all)]
    }
    let range = definition.age.range
    guard !range.isEmpty, range.lowest >= 0, range.highest <= 300 else { return [] }
    var stretches: [(ages: InclusiveRange, bands: [Int])] = []
    for month in range.lowest...range.highest {
      let bands = definition.bands.indices.filter { definition.bands[$0].holds(atMonths: month) }
      if let last = stretches.last, last.bands == bands {
        stretches[stretches.count - 1].ages = InclusiveRange(last.ages.lowest, month)
      } else {
        stretches.append((InclusiveRange(month, month), bands))
      }
    }
    return stretches.map { BandCoverage(definition, first.when, tried, ages: $0.ages, bands: $0.bands) }
  }

  private init(
    _ definition: ScreenerDefinition,
    _ score: ScoreName,
    _ tried: [Double],
    ages: InclusiveRange?,
    bands: [Int]
  ) {
    self.score = score
    self.ages = ages
    self.bands = bands
    var stretches: [Stretch] = []
    for value in tried {
      let bands = bands.filter { definition.bands[$0].contains(value) }
      if let last = stretches.last, last.bands == bands {
        stretches[stretches.count - 1] = Stretch(from: last.from, through: value, bands: bands)
      } else {
        stretches.append(Stretch(from: value, through: value, bands: bands))
      }
    }
    self.stretches = stretches
  }

  /// `ss.all 79 to 81`, with the ages where they matter.
  func text(_ stretch: Stretch) -> String {
    let scores =
      stretch.from == stretch.through
      ? plainText(stretch.from) : "\(plainText(stretch.from)) to \(plainText(stretch.through))"
    let ages = self.ages.map { $0.lowest == $0.highest ? " at \($0.lowest) months" : " at \($0) months" }
    return "\(self.score) \(scores)\(ages ?? "")"
  }

  /// What to change where a score has no band or two.
  var remedy: String {
    let scores = "let each band begin `from` the number the one before it ends `below`"
    return self.ages == nil ? scores : "\(scores), and its ages the month after the ones before end"
  }
}
