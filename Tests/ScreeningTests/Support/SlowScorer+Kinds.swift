// SPDX-License-Identifier: Apache-2.0

import Glibc
import Screening
import Vocabulary

extension SlowScorer {
  /// The kinds beside sums, totals, z, scaled scores, percentiles and age equivalents.
  func other(
    _ score: ScoreDeclaration,
    _ answers: ScreeningAnswers,
    _ months: Int,
    _ isNormed: Bool,
    _ outcome: inout Outcome
  ) -> Double? {
    switch score.kind {
    case .mean(let mean):
      let sections = mean.sections.flatMap { id in definition.sections.filter { $0.id == id } }
      guard sections.allSatisfy({ isGiven($0, answers, months) }) else { return nil }
      let all = sections.flatMap { values($0, answers, months) }
      let known = all.compactMap(\.self).map(Double.init)
      guard !known.isEmpty, all.count - known.count <= mean.allow else { return nil }
      return known.reduce(0, +) / Double(known.count) * Double(mean.times)
    case .lookup(let lookup):
      guard isNormed, let raw = outcome.numbers[lookup.of.rawValue] else { return nil }
      return looked(up: raw, lookup.norms, months)
    case .stanine(let stanine):
      guard let z = outcome.numbers[stanine.of.rawValue].map({ deviation($0, stanine.of) }) else { return nil }
      return Double(1 + (0..<8).filter { z >= -1.75 + 0.5 * Double($0) }.count)
    case .trueScore(let rule):
      guard let x = outcome.numbers[rule.of.rawValue] else { return nil }
      let (mean, sd) = scale(rule.of)
      let error = sd * sqrt(rule.reliability * (1 - rule.reliability)) * critical(rule.level)
      let middle = mean + rule.reliability * (x - mean)
      outcome.intervals[score.name.rawValue] = (middle - error, middle + error)
      return nil
    case .observed(let rule):
      guard let x = outcome.numbers[rule.of.rawValue] else { return nil }
      let (_, sd) = scale(rule.of)
      let error: Double
      switch rule.error {
      case .reliability(let reliability): error = sd * sqrt(1 - reliability)
      case .ability(let name): error = sd * (outcome.numbers[name.rawValue] ?? .nan)
      }
      outcome.intervals[score.name.rawValue] = (x - critical(rule.level) * error, x + critical(rule.level) * error)
      return nil
    case .belowCut(let rule):
      guard let x = outcome.numbers[rule.of.rawValue] else { return nil }
      let (mean, sd) = scale(rule.of)
      let chance: Double
      switch rule.error {
      case .reliability(let r):
        chance = share(below: (rule.cut - mean - r * (x - mean)) / (sd * sqrt(r * (1 - r))))
      case .ability(let name): chance = share(below: (rule.cut - x) / (sd * (outcome.numbers[name.rawValue] ?? .nan)))
      }
      if let unsure = rule.unsure, unsure.lowerBound <= chance, chance <= unsure.upperBound {
        outcome.raised.insert("unsure")
      }
      return chance
    case .ability(let rule): return isNormed ? ability(rule, answers, months)?.mean : nil
    case .abilityError(let rule):
      guard isNormed, case .ability(let ability)? = definition.scores.filter({ $0.name == rule.of }).first?.kind
      else { return nil }
      return self.ability(ability, answers, months)?.error
    case .route(let rule): return route(rule.what, path(answers, months), score.name.rawValue, &outcome)
    default: return nil
    }
  }

  func share(below z: Double) -> Double { 0.5 * (1 + erf(z / sqrt(2))) }

  private func critical(_ level: Double) -> Double {
    var (low, high) = (0.0, 10.0)
    for _ in 0..<200 {
      let half = (low + high) / 2
      if share(below: half) < (1 + level) / 2 { low = half } else { high = half }
    }
    return low
  }

  private func scale(_ name: ScoreName) -> (mean: Double, sd: Double) {
    switch definition.scores.filter({ $0.name == name })[0].kind {
    case .scale(let scale): (scale.mean, scale.sd)
    case .lookup(let lookup): (lookup.metric?.mean ?? .nan, lookup.metric?.sd ?? .nan)
    default: (0, 1)
    }
  }

  func deviation(_ x: Double, _ name: ScoreName) -> Double { (x - scale(name).mean) / scale(name).sd }

  func z(_ x: Double, _ id: NormsID, _ months: Int) -> Double {
    let table = definition.norms.filter { $0.id == id }[0]
    let rows = table.rows
    let age = Double(months)
    var (l, m, s) = (Double.nan, Double.nan, Double.nan)
    for (index, (a, b)) in zip(rows, rows.dropFirst()).enumerated() where a.ageMonths <= age && age <= b.ageMonths {
      switch table.interpolate {
      case .none:
        let row = age == b.ageMonths ? b : a
        (l, m, s) = (row.l, row.m, row.s)
      case .linear:
        let w = (age - a.ageMonths) / (b.ageMonths - a.ageMonths)
        (l, m, s) = (a.l * (1 - w) + b.l * w, a.m * (1 - w) + b.m * w, a.s * (1 - w) + b.s * w)
      case .cubic:
        let begin = index == 0 ? 0 : index + 3 > rows.count ? rows.count - 4 : index - 1
        let near = Array(rows[max(0, begin)..<min(rows.count, max(0, begin) + 4)])
        (l, m, s) = (neville(near, \.l, age), neville(near, \.m, age), neville(near, \.s, age))
      }
    }
    func plain(_ x: Double) -> Double { l == 0 ? log(x / m) / s : (pow(x / m, l) - 1) / (l * s) }
    func at(_ z: Double) -> Double { l == 0 ? m * exp(s * z) : m * pow(1 + l * s * z, 1 / l) }
    let z = plain(x)
    if table.tails == .sd23, z > 3, !at(3).isNaN { return 3 + (x - at(3)) / (at(3) - at(2)) }
    if table.tails == .sd23, z < -3, !at(-3).isNaN { return -3 + (x - at(-3)) / (at(-2) - at(-3)) }
    return z
  }

  /// Neville's scheme: the polynomial through the rows, at an age.
  private func neville(_ rows: [NormTable.Row], _ value: (NormTable.Row) -> Double, _ age: Double) -> Double {
    var values = rows.map(value)
    for width in 1..<rows.count {
      for i in 0..<(rows.count - width) {
        let (a, b) = (rows[i].ageMonths, rows[i + width].ageMonths)
        values[i] = ((age - b) * values[i] + (a - age) * values[i + 1]) / (a - b)
      }
    }
    return values[0]
  }

  private func looked(up raw: Double, _ id: NormsID, _ months: Int) -> Double? {
    let table = definition.lookups.filter { $0.id == id }[0]
    func line(_ points: [(Double, Double)], _ x: Double) -> Double? {
      for (a, b) in zip(points, points.dropFirst()) where a.0 <= x && x <= b.0 {
        return a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0)
      }
      return nil
    }
    func value(_ ages: InclusiveRange) -> Double? {
      let rows = table.rows.filter { $0.ages == ages }
      if let row = rows.first(where: { Double($0.raw) == raw }) { return row.value }
      guard table.interpolate == .raw || table.interpolate == .both else { return nil }
      return line(rows.map { (Double($0.raw), $0.value) }, raw)
    }
    let bands = Set(table.rows.map(\.ages)).sorted { $0.lowest < $1.lowest }
    guard table.interpolate == .age || table.interpolate == .both else {
      return bands.first { $0.contains(months) }.flatMap(value)
    }
    let points = bands.compactMap { ages in value(ages).map { (Double(ages.lowest + ages.highest) / 2, $0) } }
    guard let first = points.first, let last = points.last else { return nil }
    return Double(months) <= first.0 ? first.1 : Double(months) >= last.0 ? last.1 : line(points, Double(months))
  }

  /// The posterior's mean and deviation on 33 abilities, each item's probabilities multiplied out.
  private func ability(_ rule: AbilityScore, _ answers: ScreeningAnswers, _ months: Int)
    -> (mean: Double, error: Double)?
  {
    let bank = definition.banks.filter { $0.id == rule.bank }[0]
    let grid = (0..<33).map {
      Double(rule.range.lowest) + Double(rule.range.highest - rule.range.lowest) * Double($0) / 32
    }
    var weights = grid.map { exp(-pow(($0 - rule.prior.mean) / rule.prior.sd, 2) / 2) }
    weights[0] /= 2
    weights[32] /= 2
    var count = 0
    for section in definition.sections where rule.sections.contains(section.id) && isGiven(section, answers, months) {
      let set = definition.responses.filter { $0.id == section.use }[0]
      var worth: [ResponseCode: Int] = [:]
      for option in set.options { if case .points(let points) = option.value { worth[option.code] = points } }
      for item in section.items {
        guard let points = answers[item.code].flatMap({ worth[$0] }) else { continue }
        let row = bank.rows.filter { $0.code == item.code }[0]
        let score = points - (worth.values.min() ?? 0)
        count += 1
        for (index, theta) in grid.enumerated() {
          let above =
            [1] + row.thresholds.map { 1 / (1 + exp(-bank.scaling * row.discrimination * (theta - $0))) } + [0]
          weights[index] *= above[score] - above[score + 1]
        }
      }
    }
    guard count >= rule.least else { return nil }
    let total = weights.reduce(0, +)
    let mean = zip(grid, weights).map { $0 * $1 }.reduce(0, +) / total
    return (mean, sqrt(zip(grid, weights).map { pow($0 - mean, 2) * $1 }.reduce(0, +) / total))
  }
}
