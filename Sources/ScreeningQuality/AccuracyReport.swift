// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// How well the band of a screening foretold a later outcome, and whose outcome nobody knows.
///
/// Only children with a band and an outcome dated after the screening are in the table. Where children of one band
/// were followed up more often than others, sensitivity and specificity are biased (verification bias); the
/// report warns, it does not correct.
public struct AccuracyReport: Hashable, Sendable {
  public struct Outcome: Hashable, Sendable {
    public var child: String
    public var date: CivilDate
    public var isAffected: Bool

    public init(child: String, date: CivilDate, isAffected: Bool) {
      self.child = child
      self.date = date
      self.isAffected = isAffected
    }
  }

  public struct Attrition: Hashable, Sendable {
    /// `not-normed` and `none` for children without a band; they are in no other number.
    public let band: String
    public let screened: Int
    public let followedUp: Int
    public let rate: Figure
  }

  public let positive: [String]
  public let truePositives: Int
  public let falsePositives: Int
  public let falseNegatives: Int
  public let trueNegatives: Int
  public let sensitivity: Figure
  public let specificity: Figure
  public let positivePredictiveValue: Figure
  public let negativePredictiveValue: Figure
  /// With DeLong's interval, of the score that bands are read from.
  public let area: Figure
  /// Bands in declared order, then those without one.
  public let attrition: [Attrition]
  /// The chi-square test of equal follow-up over the bands; `nil` where there is nothing to compare.
  public let followUpDiffersP: Double?
  /// Outcomes of children who were not screened, or dated on or before the screening.
  public let withoutScreening: Int
  public let notAfterScreening: Int

  /// Follow-up differs by band, or a band was not followed up at all while another was.
  public var mayHaveVerificationBias: Bool {
    let banded = self.attrition.filter { $0.screened > 0 && $0.band != BandID.notNormed.rawValue && $0.band != "none" }
    let isOneSided = banded.contains { $0.followedUp == 0 } && banded.contains { $0.followedUp > 0 }
    return isOneSided || (self.followUpDiffersP.map { $0 < 0.05 } ?? false)
  }

  /// One row a child, and one outcome. `positive` is all bands but the best unless told; the best one is the one
  /// without an upper limit.
  ///
  /// Throws `quality.unknown-band` for a band that the definition does not have, and when none or all are positive.
  public init(
    _ rows: [RatedChild], outcomes: [Outcome], positive told: [String]? = nil, of definition: ScreenerDefinition
  ) throws {
    let bands = definition.bandNames
    let best = Set(definition.bands.filter { $0.below == nil }.map(\.id.rawValue))
    let positive = told ?? bands.filter { !best.contains($0) }
    guard !positive.isEmpty, positive.allSatisfy(bands.contains), !bands.allSatisfy(positive.contains) else {
      throw Fault(
        .unknownBand, "the positive bands must be some of the screener's bands and not all",
        at: positive.joined(separator: ","), maybe: "it has \(bands.joined(separator: ", "))")
    }
    let byChild = Dictionary(rows.map { ($0.child, $0) }, uniquingKeysWith: { one, _ in one })
    var affected: [String: Bool] = [:]
    var (unknown, early) = (0, 0)
    for outcome in outcomes {
      guard let row = byChild[outcome.child] else {
        unknown += 1
        continue
      }
      guard outcome.date > row.testDate else {
        early += 1
        continue
      }
      affected[outcome.child] = outcome.isAffected
    }
    self.positive = positive
    self.withoutScreening = unknown
    self.notAfterScreening = early

    let banded = rows.filter { row in row.band.map(bands.contains) == true && affected[row.child] != nil }
    func count(_ isPositive: Bool, _ isAffected: Bool) -> Int {
      banded.count { row in
        affected[row.child] == isAffected && positive.contains(row.band ?? "") == isPositive
      }
    }
    let (tp, fp, fn, tn) = (count(true, true), count(true, false), count(false, true), count(false, false))
    self.truePositives = tp
    self.falsePositives = fp
    self.falseNegatives = fn
    self.trueNegatives = tn
    func share(_ part: Int, of whole: Int, _ what: String) -> Figure {
      Figure(whole, needed: QualityMinimum.accuracy, of: what) { () throws(NoEstimate) in
        try WilsonInterval.proportion(part, of: whole)
      }
    }
    self.sensitivity = share(tp, of: tp + fn, "children with the outcome")
    self.specificity = share(tn, of: tn + fp, "children without the outcome")
    self.positivePredictiveValue = share(tp, of: tp + fp, "positive children followed up")
    self.negativePredictiveValue = share(tn, of: tn + fn, "negative children followed up")

    let scored = banded.filter { $0.score != nil }
    let with = scored.count { affected[$0.child] == true }
    let concern = Self.concern(definition, positive)
    self.area = Figure(
      min(with, scored.count - with), needed: QualityMinimum.accuracy, of: "children in the smaller outcome group"
    ) { () throws(NoEstimate) in
      try ROCCurve(scores: scored.map(\.score), affected: scored.map { affected[$0.child] }, concern: concern).area
    }

    func lost(_ band: String, _ rows: [RatedChild]) -> Attrition {
      let followed = rows.count { affected[$0.child] != nil }
      return Attrition(
        band: band, screened: rows.count, followedUp: followed,
        rate: share(followed, of: rows.count, "children screened"))
    }
    let lines = bands.map { band in lost(band, rows.filter { $0.band == band }) }
    self.followUpDiffersP = Self.differs(lines)
    self.attrition =
      lines + [
        lost(BandID.notNormed.rawValue, rows.filter { $0.isNotNormed }),
        lost("none", rows.filter { row in !row.isNotNormed && row.band.map(bands.contains) != true }),
      ]
  }

  private static func concern(_ definition: ScreenerDefinition, _ positive: [String]) -> ROCCurve.Concern {
    let lowest = definition.bands.min { ($0.from ?? -.infinity) < ($1.from ?? -.infinity) }
    return lowest.map { positive.contains($0.id.rawValue) } ?? true ? .lowScores : .highScores
  }

  private static func differs(_ lines: [Attrition]) -> Double? {
    let there = lines.filter { $0.screened > 0 }
    let screened = Double(there.reduce(0) { $0 + $1.screened })
    let share = Double(there.reduce(0) { $0 + $1.followedUp }) / screened
    guard there.count >= 2, share > 0, share < 1 else { return nil }
    let chiSquare = there.reduce(0) { sum, line in
      let off = Double(line.followedUp) - share * Double(line.screened)
      return sum + off * off / (Double(line.screened) * share * (1 - share))
    }
    return ChiSquareDistribution(degrees: Double(there.count - 1))?.upperTail(chiSquare)
  }
}

extension Fault.Code {
  public static let unknownBand = Fault.Code("quality.unknown-band", .badInput)
}
