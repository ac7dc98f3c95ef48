// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// How far two people who scored the same child agree, and which children to talk about in supervision.
public struct AgreementReport: Hashable, Sendable {
  public struct Side: Hashable, Sendable {
    public var rater: String
    public var answers: ScreeningAnswers
    public var score: Double?
    public var band: String?

    public init(rater: String, answers: ScreeningAnswers, score: Double?, band: String?) {
      self.rater = rater
      self.answers = answers
      self.score = score
      self.band = band
    }
  }

  public struct Pair: Hashable, Sendable {
    public var child: String
    public var first: Side
    public var second: Side
    /// False when two definitions scored: then only the answers are compared.
    public var areScoresComparable: Bool

    public init(child: String, first: Side, second: Side, areScoresComparable: Bool = true) {
      self.child = child
      self.first = first
      self.second = second
      self.areScoresComparable = areScoresComparable
    }
  }

  public struct Item: Hashable, Sendable {
    public let code: ItemCode
    /// The share of children for whom both wrote the same code, of those for whom both wrote one.
    public let agreement: Figure
  }

  /// A child whose two bands differ, or whose scores differ by more than the limit.
  public struct ToDiscuss: Hashable, Sendable {
    public let child: String
    public let raters: [String]
    public let bands: [String]
    public let scores: [Double?]
    /// Items with two different codes, or with one code only, in the screener's order.
    public let items: [ItemCode]
  }

  public let pairs: Int
  public let kappa: Figure
  /// With linear weights, bands in declared order.
  public let weightedKappa: Figure
  /// ICC(1,1) of the band's score: each child by raters of its own.
  public let icc: Figure
  public let items: [Item]
  /// Scores that differ by more than this are on the list.
  public let scoreLimit: Double
  public let supervision: [ToDiscuss]

  public init(_ pairs: [Pair], of definition: ScreenerDefinition, scoreLimit: Double) {
    self.pairs = pairs.count
    self.scoreLimit = scoreLimit
    let bands = definition.bandNames
    let needed = QualityMinimum.doubleScored
    let banded = pairs.filter { $0.areScoresComparable }.compactMap { pair -> (Int, Int)? in
      guard let one = pair.first.band.flatMap({ bands.firstIndex(of: $0) }),
        let other = pair.second.band.flatMap({ bands.firstIndex(of: $0) })
      else { return nil }
      return (one, other)
    }
    func table() throws(NoEstimate) -> AgreementTable {
      try AgreementTable(first: banded.map { $0.0 }, second: banded.map { $0.1 }, categories: bands.count)
    }
    self.kappa = Figure(banded.count, needed: needed, of: "children with two bands") { () throws(NoEstimate) in
      try CohenKappa(try table()).kappa
    }
    self.weightedKappa = Figure(banded.count, needed: needed, of: "children with two bands") {
      () throws(NoEstimate) in try WeightedKappa(try table(), weights: .linear).kappa
    }
    let scores = pairs.filter { $0.areScoresComparable }.compactMap { pair -> [Double?]? in
      guard let one = pair.first.score, let other = pair.second.score else { return nil }
      return [one, other]
    }
    self.icc = Figure(scores.count, needed: needed, of: "children with two scores") { () throws(NoEstimate) in
      try IntraclassCorrelation(scores, form: .oneWaySingle).icc
    }
    let codes = definition.sections.flatMap { $0.items.map(\.code) }
    self.items = codes.map { code in
      let both = pairs.compactMap { pair -> Bool? in
        guard let one = pair.first.answers[code], let other = pair.second.answers[code] else { return nil }
        return one == other
      }
      return Item(
        code: code,
        agreement: Figure(both.count, needed: needed, of: "children with two answers") { () throws(NoEstimate) in
          try WilsonInterval.proportion(both.count { $0 }, of: both.count)
        })
    }
    self.supervision = pairs.compactMap { pair in
      guard pair.areScoresComparable, Self.differs(pair, by: scoreLimit) else { return nil }
      return ToDiscuss(
        child: pair.child, raters: [pair.first.rater, pair.second.rater],
        bands: [pair.first.band ?? "none", pair.second.band ?? "none"],
        scores: [pair.first.score, pair.second.score],
        items: codes.filter { pair.first.answers[$0] != pair.second.answers[$0] })
    }
    .sorted { ($0.child, $0.raters.joined()) < ($1.child, $1.raters.joined()) }
  }

  private static func differs(_ pair: Pair, by limit: Double) -> Bool {
    if pair.first.band != pair.second.band { return true }
    guard let one = pair.first.score, let other = pair.second.score else {
      return (pair.first.score == nil) != (pair.second.score == nil)
    }
    return abs(one - other) > limit
  }
}

extension ScreenerDefinition {
  /// In declared order, each once.
  var bandNames: [String] {
    var names: [String] = []
    for band in self.bands where !names.contains(band.id.rawValue) { names.append(band.id.rawValue) }
    return names
  }

  /// The score that bands are read from.
  public var bandScore: ScoreName? { self.bands.first?.when }
}
