// SPDX-License-Identifier: Apache-2.0

import Glibc
import Screening
import Vocabulary

/// A second scorer, written straight from the rules with names and dictionaries, to judge the fast one by.
/// Knows every kind of score but reliable change; of abilities only EAP.
struct SlowScorer {
  let definition: ScreenerDefinition

  struct Outcome {
    var numbers: [String: Double] = [:]
    var intervals: [String: (Double, Double)] = [:]
    var texts: [String: String] = [:]
    /// What a tier condition may ask for.
    var raised: Set<String> = []
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
    if definition.route != nil { outcome.raised = signs(on: path(answers, months)) }
    for score in definition.scores {
      outcome.numbers[score.name.rawValue] = number(score, answers, months, isNormed, &outcome)
    }
    if isNormed, let first = definition.bands.first, let value = outcome.numbers[first.when.rawValue] {
      for band in definition.bands
      where months >= (band.ages?.lowest ?? 0) && months <= (band.ages?.highest ?? 999)
        && value >= (band.from ?? -.infinity) && value < (band.below ?? .infinity)
      {
        outcome.band = band.id.rawValue
      }
    }
    if !isNormed { outcome.band = "not-normed" }
    guard outcome.band != nil else { return outcome }
    for rule in definition.tiers.reversed()
    where holds(rule.condition, isNormed ? outcome.band : nil, concerns, isNormed ? outcome.raised : []) {
      outcome.tier = rule.tier.rawValue
    }
    return outcome
  }

  private func holds(_ condition: TierCondition, _ band: String?, _ concerns: Set<Concern>, _ raised: Set<String>)
    -> Bool
  {
    switch condition {
    case .notNormed: return band == nil
    case .bandIn(let bands): return bands.contains { $0.rawValue == band }
    case .concern(let concern): return concerns.contains(concern)
    case .flag(let name): return raised.contains(name)
    case .and(let a, let b): return holds(a, band, concerns, raised) && holds(b, band, concerns, raised)
    case .or(let a, let b): return holds(a, band, concerns, raised) || holds(b, band, concerns, raised)
    case .not(let a): return !holds(a, band, concerns, raised)
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
      return z(x, lms.norms, months)
    case .scale(let scale):
      guard let z = outcome.numbers[scale.of.rawValue] else { return nil }
      let rounded = floor(scale.mean + scale.sd * z + 0.5)
      return min(max(rounded, Double(scale.clip?.lowest ?? .min)), Double(scale.clip?.highest ?? .max))
    case .percentile(let percentile):
      return outcome.numbers[percentile.of.rawValue].map { 100 * share(below: deviation($0, percentile.of)) }
    case .ageEquivalent(let rule):
      guard isNormed, let x = outcome.numbers[rule.of.rawValue] else { return nil }
      let rows = definition.norms[0].rows
      for (a, b) in zip(rows, rows.dropFirst()) where a.m <= x && x <= b.m {
        return a.ageMonths + (b.ageMonths - a.ageMonths) * (x - a.m) / (b.m - a.m)
      }
      return nil
    default: return other(score, answers, months, isNormed, &outcome)
    }
  }

  func sum(_ sum: SumScore, _ answers: ScreeningAnswers, _ months: Int) -> Double? {
    var total = 0.0
    var missing = 0
    for id in sum.sections {
      let section = definition.sections.filter { $0.id == id }[0]
      guard isGiven(section, answers, months) else { return nil }
      let values = values(section, answers, months)
      let weights = section.items.map { Double(sum.weights[$0.code] ?? 1) }
      let known = zip(values, weights).compactMap { value, weight in value.map { (Double($0), weight) } }
      missing += values.count - known.count
      guard !known.isEmpty else { return nil }
      let mean = known.map { $0.0 * $0.1 }.reduce(0, +) / known.map(\.1).reduce(0, +)
      total += mean * weights.reduce(0, +)
    }
    guard missing <= sum.missing.allow else { return nil }
    return floor(total + 0.5 + 1e-9)
  }

  /// The value of each item; `nil` where it is missing.
  func values(_ section: ScreenerSection, _ answers: ScreeningAnswers, _ months: Int) -> [Int?] {
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
      if found != nil {
        let first = basal.double == .first ? lowest : lastRun(codes, from: lowest, rules)
        for index in 0..<first { values[index] = most }
      }
    }
    for index in end(codes, from: lowest, rules)..<codes.count { values[index] = 0 }
    return values
  }

  /// One after the item that reaches the ceiling; the number of items without one.
  private func end(_ codes: [ResponseCode?], from lowest: Int, _ rules: SectionAdministration?) -> Int {
    guard let ceiling = rules?.ceiling, codes.count >= ceiling.run else { return codes.count }
    let begin = (0...(codes.count - ceiling.run)).first { begin in
      begin >= lowest
        && codes[begin..<(begin + ceiling.run)].allSatisfy {
          $0 != nil && ceiling.of.contains($0 ?? ResponseCode(""))
        }
    }
    return begin.map { $0 + ceiling.run } ?? codes.count
  }

  /// Where the last unbroken row of basal answers before the ceiling begins that is long enough.
  private func lastRun(_ codes: [ResponseCode?], from lowest: Int, _ rules: SectionAdministration?) -> Int {
    var begins: [Int] = []
    var row: [Int] = []
    for index in lowest...end(codes, from: lowest, rules) {
      let meets =
        index < end(codes, from: lowest, rules)
        && codes[index].map { rules?.basal?.of.contains($0) ?? false } ?? false
      if meets {
        row.append(index)
      } else {
        if row.count >= rules?.basal?.run ?? .max { begins.append(row[0]) }
        row = []
      }
    }
    return begins.last ?? lowest
  }
}
