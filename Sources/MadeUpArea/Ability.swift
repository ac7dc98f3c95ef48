// SPDX-License-Identifier: Apache-2.0

import Glibc
import Vocabulary

/// Where one child stands in a group of children, at two screenings: standard normal scores.
///
/// A group's scores are the evenly spaced quantiles in a random order, not a sample: so the shares of
/// green, amber and red come out as they are meant to with every seed.
struct Ability {
  let first: Double
  let again: Double

  /// Scores for `count` children; first and second correlate at about 0.75.
  static func spread(over count: Int, _ random: inout SeededGenerator) -> [Ability] {
    let sample = (0..<count).map { _ in Self.deviate(&random) }
    let later = sample.map { 0.75 * $0 + 0.66 * Self.deviate(&random) }
    return zip(Self.scores(of: sample), Self.scores(of: later)).map { Ability(first: $0, again: $1) }
  }

  /// Each number replaced by the normal score of its rank.
  private static func scores(of sample: [Double]) -> [Double] {
    var scores = sample
    let order = sample.indices.sorted { (sample[$0], $0) < (sample[$1], $1) }
    for (rank, index) in order.enumerated() {
      scores[index] = Self.quantile((Double(rank) + 0.5) / Double(sample.count))
    }
    return scores
  }

  /// Nearly a normal deviate: twelve uniform numbers added.
  private static func deviate(_ random: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + random.unit() }
  }

  /// The standard normal quantile of a probability between 0 and 1, by halving; good to nine digits.
  private static func quantile(_ probability: Double) -> Double {
    var (low, high) = (-8.0, 8.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if erfc(-middle / 2.0.squareRoot()) / 2 < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
