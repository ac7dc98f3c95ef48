// SPDX-License-Identifier: Apache-2.0

import Glibc
import Screening
import Vocabulary

/// A second scorer, written straight from the rules with names and dictionaries, to judge the fast one by.
/// Knows sums, totals, z, scaled scores, percentiles, intervals, age equivalents, bands and tiers.
struct SlowScorer {
  let definition: ScreenerDefinition

  struct Outcome {
    var numbers: [String: Double] = [:]
    var interval: (Double, Double)?
    var band: String?
    var tier: String?
  }

  func outcome(_ answers: ScreeningAnswers, months: Int, languages: [String], concerns: Set<Concern>)
    -> Outcome
  {
    var outcome = Outcome()
    guard definition.age.range.lowest <= months, months <= definition.age.range.highest else {
      return outcome
    }
    var isNormed = true
    if let rule = definition.normsApply {
      for language in languages + answers.languages.values where !rule.homeLanguages.contains(language) {
        isNormed = false
      }
    }
    for score in definition.scores {
      outcome.numbers[score.name.rawValue] = number(score, answers, months, isNormed, &outcome)
    }
    if isNormed, let first = definition.bands.first, let value = outcome.numbers[first.when.rawValue] {
      for band in definition.bands
      where value >= (band.from ?? -.infinity) && value < (band.below ?? .infinity) {
        outcome.band = band.id.rawValue
      }
    }
    if !isNormed { outcome.band = "not-normed" }
    guard outcome.band != nil else { return outcome }
    for rule in definition.tiers.reversed()
    where holds(rule.condition, isNormed ? outcome.band : nil, concerns) {
      outcome.tier = rule.tier.rawValue
    }
    return outcome
  }

  private func holds(_ condition: TierCondition, _ band: String?, _ concerns: Set<Concern>) -> Bool {
    switch condition {
    case .notNormed: return band == nil
    case .bandIn(let bands): return bands.contains { $0.rawValue == band }
    case .concern(let concern): return concerns.contains(concern)
    case .flag: return false
    case .and(let a, let b): return holds(a, band, concerns) && holds(b, band, concerns)
    case .or(let a, let b): return holds(a, band, concerns) || holds(b, band, concerns)
    case .not(let a): return !holds(a, band, concerns)
    }
  }

  private func number(
    _ score: ScoreDeclaration,
    _ answers: ScreeningAnswers,
    _ months: Int,
    _ isNormed: Bool,
    _ outcome: inout Outcome
  ) -> Double? {
    switch score.kind {
    case .sum(let sum): return self.sum(sum, answers, months)
    case .add(let add):
      let parts = add.scores.map { outcome.numbers[$0.rawValue] }
      guard parts.allSatisfy({ $0 != nil }) else { return nil }
      return parts.compactMap { $0 }.reduce(0, +)
    case .lms(let lms):
      guard isNormed, let x = outcome.numbers[lms.of.rawValue] else { return nil }
      let (l, m, s) = norm(lms.norms, months)
      return l == 0 ? log(x / m) / s : (pow(x / m, l) - 1) / (l * s)
    case .scale(let scale):
      guard let z = outcome.numbers[scale.of.rawValue] else { return nil }
      let rounded = floor(scale.mean + scale.sd * z + 0.5)
      return min(max(rounded, Double(scale.clip?.lowest ?? .min)), Double(scale.clip?.highest ?? .max))
    case .percentile(let percentile):
      return outcome.numbers[percentile.of.rawValue].map { 100 * share(below: $0) }
    case .trueScore(let rule):
      guard let x = outcome.numbers[rule.of.rawValue] else { return nil }
      let error = 15 * sqrt(rule.reliability * (1 - rule.reliability))
      let middle = 100 + rule.reliability * (x - 100)
      var (low, high) = (0.0, 10.0)
      for _ in 0..<200 {
        let half = (low + high) / 2
        if share(below: half) < (1 + rule.level) / 2 { low = half } else { high = half }
      }
      outcome.interval = (middle - low * error, middle + low * error)
      return nil
    case .ageEquivalent(let rule):
      guard isNormed, let x = outcome.numbers[rule.of.rawValue] else { return nil }
      let rows = definition.norms[0].rows
      for (a, b) in zip(rows, rows.dropFirst()) where a.m <= x && x <= b.m {
        return a.ageMonths + (b.ageMonths - a.ageMonths) * (x - a.m) / (b.m - a.m)
      }
      return nil
    default: return nil
    }
  }

  private func share(below z: Double) -> Double { 0.5 * (1 + erf(z / sqrt(2))) }

  private func norm(_ id: NormsID, _ months: Int) -> (Double, Double, Double) {
    let rows = definition.norms.filter { $0.id == id }[0].rows
    let age = Double(months)
    for (a, b) in zip(rows, rows.dropFirst()) where a.ageMonths <= age && age <= b.ageMonths {
      let w = (age - a.ageMonths) / (b.ageMonths - a.ageMonths)
      return (a.l * (1 - w) + b.l * w, a.m * (1 - w) + b.m * w, a.s * (1 - w) + b.s * w)
    }
    return (.nan, .nan, .nan)
  }

  private func sum(_ sum: SumScore, _ answers: ScreeningAnswers, _ months: Int) -> Double? {
    var total = 0.0
    var missing = 0
    for id in sum.sections {
      let section = definition.sections.filter { $0.id == id }[0]
      guard section.ages.lowest <= months, months <= section.ages.highest else { return nil }
      let values = values(section, answers, months)
      let known = values.compactMap { $0 }
      missing += values.count - known.count
      guard !known.isEmpty else { return nil }
      total += Double(known.reduce(0, +)) / Double(known.count) * Double(values.count)
    }
    guard missing <= sum.missing.allow else { return nil }
    return floor(total + 0.5 + 1e-9)
  }

  /// The value of each item; `nil` where it is missing.
  private func values(_ section: ScreenerSection, _ answers: ScreeningAnswers, _ months: Int) -> [Int?] {
    let set = definition.responses.filter { $0.id == section.use }[0]
    let rules = definition.administer.filter { $0.section == section.id }.first
    var worth: [String: Int] = [:]
    for option in set.options {
      if case .points(let points) = option.value { worth[option.code.rawValue] = points }
    }
    let (least, most) = (worth.values.min() ?? 0, worth.values.max() ?? 0)
    let codes = section.items.map { answers[$0.code] }
    var values: [Int?] = zip(section.items, codes).map { item, code in
      guard let points = worth[code?.rawValue ?? ""] else { return nil }
      return item.reverse ? least + most - points : points
    }
    var lowest = 0
    for start in rules?.start ?? [] where start.ages.lowest <= months && months <= start.ages.highest {
      for (index, item) in section.items.enumerated() where item.code == start.at { lowest = index }
    }
    if let basal = rules?.basal {
      func holds(from index: Int) -> Bool {
        index + basal.run <= codes.count
          && codes[index..<(index + basal.run)].allSatisfy {
            $0 != nil && basal.of.contains($0 ?? ResponseCode(""))
          }
      }
      let found = (0...lowest).last(where: holds)
      lowest = found ?? 0
      if found != nil { for index in 0..<lowest { values[index] = most } }
    }
    if let ceiling = rules?.ceiling, codes.count >= ceiling.run {
      let ends = (0...(codes.count - ceiling.run)).filter { begin in
        begin >= lowest
          && codes[begin..<(begin + ceiling.run)].allSatisfy {
            $0 != nil && ceiling.of.contains($0 ?? ResponseCode(""))
          }
      }
      if let begin = ends.first { for index in (begin + ceiling.run)..<codes.count { values[index] = 0 } }
    }
    return values
  }
}
