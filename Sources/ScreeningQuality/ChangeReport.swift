// SPDX-License-Identifier: Apache-2.0

public import Screening
import Vocabulary

/// How far children came between a baseline and a follow-up of one screener.
///
/// A pair is compared only when both screenings are of the definition's major version and of one edition; the
/// others are counted by the reason. Dose was not randomised: children who were seen more often needed more.
public struct ChangeReport: Hashable, Sendable {
  public struct Side: Hashable, Sendable {
    public var version: ScreenerVersion
    public var edition: String
    public var scores: [String: Double]
    public var isNotNormed: Bool

    public init(version: ScreenerVersion, edition: String, scores: [String: Double], isNotNormed: Bool) {
      self.version = version
      self.edition = edition
      self.scores = scores
      self.isNotNormed = isNotNormed
    }
  }

  public struct Pair: Hashable, Sendable {
    public var child: String
    public var baseline: Side
    public var followUp: Side
    /// Sessions delivered between the two.
    public var sessions: Int

    public init(child: String, baseline: Side, followUp: Side, sessions: Int) {
      self.child = child
      self.baseline = baseline
      self.followUp = followUp
      self.sessions = sessions
    }
  }

  public enum Refusal: String, Hashable, Sendable, CaseIterable {
    case otherMajorVersion = "another major version"
    case otherEdition = "two editions"
    case noScore = "no score"
  }

  public enum Dose: String, Hashable, Sendable, CaseIterable {
    case none = "0"
    case few = "1-9"
    case some = "10-19"
    case many = "20+"

    public init(sessions: Int) {
      self = sessions < 1 ? .none : sessions < 10 ? .few : sessions < 20 ? .some : .many
    }
  }

  public struct Group: Hashable, Sendable {
    public let pairs: Int
    public let better: Int
    public let unchanged: Int
    public let worse: Int
    /// Shares of the pairs.
    public let betterShare: Figure
    public let unchangedShare: Figure
    public let worseShare: Figure
    /// Later minus earlier.
    public let meanChange: Figure
  }

  /// One compared child's pair.
  public struct Line: Hashable, Sendable {
    public let child: String
    public let earlier: Double
    public let later: Double
    public let index: Double
    public let verdict: ReliableChange.Verdict
    public let sessions: Int
  }

  public let method: ReliableChangeVariant
  public let all: Group
  /// Every dose, also where there is no pair.
  public let byDose: [Dose: Group]
  /// Every reason.
  public let refused: [Refusal: Int]
  /// Raw change of pairs with a side that is not normed; in no other number.
  public let notNormed: Figure
  public let notNormedPairs: Int
  /// By child.
  public let lines: [Line]

  public init(_ pairs: [Pair], by variant: ReliableChangeVariant, of definition: ScreenerDefinition) {
    var refused = Dictionary(uniqueKeysWithValues: Refusal.allCases.map { ($0, 0) })
    var (lines, raw): ([Line], [Double]) = ([], [])
    var notNormed = 0
    let rawScore = definition.rawScore
    for pair in pairs {
      let (before, after) = (pair.baseline, pair.followUp)
      guard before.version.major == definition.version.major, after.version.major == before.version.major else {
        refused[.otherMajorVersion, default: 0] += 1
        continue
      }
      guard before.edition == after.edition else {
        refused[.otherEdition, default: 0] += 1
        continue
      }
      if before.isNotNormed || after.isNotNormed {
        notNormed += 1
        if let rawScore, let one = before.scores[rawScore.rawValue], let other = after.scores[rawScore.rawValue] {
          raw.append(other - one)
        }
        continue
      }
      guard let line = Self.line(pair, by: variant, of: definition) else {
        refused[.noScore, default: 0] += 1
        continue
      }
      lines.append(line)
    }
    self.method = variant
    self.lines = lines.sorted { ($0.child, $0.earlier, $0.later) < ($1.child, $1.earlier, $1.later) }
    self.all = Group(lines)
    self.byDose = Dictionary(
      uniqueKeysWithValues: Dose.allCases.map { dose in
        (dose, Group(lines.filter { Dose(sessions: $0.sessions) == dose }))
      })
    self.refused = refused
    self.notNormedPairs = notNormed
    self.notNormed = .mean(of: raw)
  }

  private static func line(
    _ pair: Pair, by variant: ReliableChangeVariant, of definition: ScreenerDefinition
  ) -> Line? {
    let name = variant.score
    guard let one = pair.baseline.scores[name.rawValue], let other = pair.followUp.scores[name.rawValue] else {
      return nil
    }
    func edition(_ side: Side) -> ScoreEdition {
      ScoreEdition(score: name, screener: definition.id, major: side.version.major, edition: side.edition)
    }
    guard
      let scores = try? ComparableScores(one, of: edition(pair.baseline), other, of: edition(pair.followUp)),
      let change = variant.change(scores)
    else { return nil }
    return Line(
      child: pair.child, earlier: one, later: other, index: change.index, verdict: change.verdict,
      sessions: pair.sessions)
  }
}

extension ChangeReport.Group {
  init(_ lines: [ChangeReport.Line]) {
    func count(_ verdict: ReliableChange.Verdict) -> Int { lines.count { $0.verdict == verdict } }
    func share(_ verdict: ReliableChange.Verdict) -> Figure {
      Figure(lines.count, needed: QualityMinimum.change, of: "children with both screenings") {
        () throws(NoEstimate) in try WilsonInterval.proportion(count(verdict), of: lines.count)
      }
    }
    self.pairs = lines.count
    self.better = count(.better)
    self.unchanged = count(.noReliableChange)
    self.worse = count(.worse)
    self.betterShare = share(.better)
    self.unchangedShare = share(.noReliableChange)
    self.worseShare = share(.worse)
    self.meanChange = .mean(of: lines.map { $0.later - $0.earlier })
  }
}

extension Figure {
  /// A mean with Student's interval.
  static func mean(of values: [Double]) -> Figure {
    Figure(values.count, needed: QualityMinimum.change, of: "children with both screenings") {
      () throws(NoEstimate) in
      let n = Double(values.count)
      let mean = values.reduce(0, +) / n
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / (n - 1) / n).squareRoot()
      guard error > 0, let t = StudentDistribution(degrees: n - 1)?.quantile(0.975) else {
        return Estimate(mean, n: values.count)
      }
      return Estimate(
        mean, n: values.count,
        interval: ConfidenceInterval(low: mean - t * error, high: mean + t * error, level: 0.95))
    }
  }
}
