// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension FictionalAnswers {
  /// Answers that come to a raw total of `total`, 0 to 20, as a practitioner would write them down.
  static func make(
    total: Int,
    months: Int,
    on testDate: CivilDate,
    _ random: inout SeededGenerator
  ) -> FictionalAnswers {
    let share = (total * 2 + 2) / 5 + random.below(3) - 1
    let understanding = min(8, total, max(0, total - 12, share))
    var codes = Self.understanding(points: understanding, months: months, &random)
    for (item, code) in Self.expression(points: total - understanding, &random).enumerated() {
      codes["E\(item + 1)"] = code
    }
    return FictionalAnswers(testDate: testDate, codes: codes)
  }

  /// Eight items of rising difficulty: right `C`, wrong `I`, no response `NR`.
  private static func understanding(
    points: Int,
    months: Int,
    _ random: inout SeededGenerator
  ) -> [String: String] {
    var right = (0..<8).map { $0 < points }
    for _ in 0..<30 {
      let tried = (0..<8).map { item in
        let chance = item < points - 1 ? 94 : item == points - 1 ? 75 : item == points ? 25 : 6
        return random.below(100) < chance
      }
      if DemoScreener.administer(tried, months: months)?.points == points {
        right = tried
        break
      }
    }
    var codes: [String: String] = [:]
    for item in DemoScreener.administer(right, months: months)?.asked ?? 0..<4 {
      codes["U\(item + 1)"] = right[item] ? "C" : random.below(5) == 0 ? "NR" : "I"
    }
    return codes
  }

  /// Six items of 0 to 2 points: `NEV`, `SOM`, `ALW`; now and then one that was not observed, `NOB`, where
  /// the mean of the others gives the same total, and rarely two.
  private static func expression(points: Int, _ random: inout SeededGenerator) -> [String] {
    var values = [Int](repeating: 0, count: 6)
    for _ in 0..<min(12, points) {
      let weights = (0..<6).map { values[$0] == 2 ? 0 : (7 - $0) * (values[$0] == 0 ? 2 : 1) }
      var left = random.below(weights.reduce(0, +))
      for item in 0..<6 {
        left -= weights[item]
        if left < 0 {
          values[item] += 1
          break
        }
      }
    }
    var codes = values.map { ["NEV", "SOM", "ALW"][$0] }
    let chance = random.below(100)
    if chance < 8 {
      let fitting = (0..<6).filter { ((points - values[$0]) * 12 + 5) / 10 == points }
      if !fitting.isEmpty { codes[fitting[random.below(fitting.count)]] = "NOB" }
    } else if chance == 8 {
      codes[4] = "NOB"
      codes[5] = "NOB"
    }
    return codes
  }
}
