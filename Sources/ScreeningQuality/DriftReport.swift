// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Whether a rater's children score higher or lower than the children whom other raters screened at the same
/// settings in the same term.
///
/// The difference of means within each setting, weighted by n·m/(n + m) and divided by the pooled standard deviation
/// of scores around the mean of their rater at the setting. The interval is ± 1.96·√(1/Σ n·m/(n + m)), with the
/// standard deviation taken as known. Children are not given to raters at random: a difference is a reason to look,
/// not a finding about a person.
public struct DriftReport: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let rater: String
    /// `2026/27 autumn`: September to December, January to March, April to August.
    public let term: String
    /// Children of the rater and of the others at settings that both screened.
    public let children: Int
    public let others: Int
    /// In standard deviations; above 0 the rater's children score higher.
    public let difference: Figure
  }

  /// By rater, then term.
  public let lines: [Line]

  public init(_ rows: [RatedChild]) {
    struct Key: Hashable { let rater: String, term: String }
    let scored = rows.filter { $0.score != nil }
    // The terms' names sort as they come: autumn, spring, summer.
    let keys = Set(scored.map { Key(rater: $0.rater, term: Self.term(of: $0.testDate)) })
      .sorted { ($0.rater, $0.term) < ($1.rater, $1.term) }
    let byTerm = Dictionary(grouping: scored) { Self.term(of: $0.testDate) }
    self.lines = keys.map { Self.line($0.rater, $0.term, in: byTerm[$0.term] ?? []) }
  }

  private static func line(_ rater: String, _ term: String, in rows: [RatedChild]) -> Line {
    var (weights, sum, own, others) = (0.0, 0.0, 0, 0)
    for (_, setting) in Dictionary(grouping: rows, by: \.setting).sorted(by: { $0.key < $1.key }) {
      let mine = setting.filter { $0.rater == rater }.compactMap(\.score)
      let theirs = setting.filter { $0.rater != rater }.compactMap(\.score)
      guard !mine.isEmpty, !theirs.isEmpty else { continue }
      let (n, m) = (Double(mine.count), Double(theirs.count))
      let weight = n * m / (n + m)
      weights += weight
      sum += weight * (mine.reduce(0, +) / n - theirs.reduce(0, +) / m)
      own += mine.count
      others += theirs.count
    }
    let needed = QualityMinimum.drift
    let (mean, error) = (sum / weights, (1 / weights).squareRoot())
    let difference =
      if min(own, others) < needed {
        Figure.cannotTell(
          reason: "too few children at settings that another rater screened too", n: min(own, others),
          needed: needed)
      } else if let spread = Self.spread(rows) {
        Figure.told(
          value: mean / spread, low: mean / spread - 1.959963984540054 * error,
          high: mean / spread + 1.959963984540054 * error, n: own)
      } else {
        Figure.cannotTell(reason: "all scores are the same", n: own, needed: nil)
      }
    return Line(rater: rater, term: term, children: own, others: others, difference: difference)
  }

  /// Pooled over raters at settings; `nil` when no two scores differ.
  private static func spread(_ rows: [RatedChild]) -> Double? {
    var (squares, degrees) = (0.0, 0)
    let groups = Dictionary(grouping: rows) { [$0.setting, $0.rater] }
    for (_, group) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let scores = group.compactMap(\.score)
      let mean = scores.reduce(0, +) / Double(scores.count)
      squares += scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      degrees += scores.count - 1
    }
    guard degrees > 0, squares > 1e-12 else { return nil }
    return (squares / Double(degrees)).squareRoot()
  }

  static func term(of date: CivilDate) -> String {
    let term: Term =
      switch date.month {
      case 9...12: .autumn
      case 1...3: .spring
      default: .summer
      }
    return "\(AcademicYear(of: date)) \(term.rawValue)"
  }
}
