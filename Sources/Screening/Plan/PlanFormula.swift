// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The formula of a derived score, with its texts for what lies beyond the reported range.
///
/// One object for each score, so that a step can be copied without counting its arrays.
final class PlanFormula: Sendable {
  enum Kind: Sendable {
    /// By month from the first of the screener's range.
    case lms([LMS?])
    case scale(ScaleScore)
    case percentile(PercentileScore)
    case trueScore(ScoreMetric, TrueScoreInterval, critical: Double)
    case ageEquivalent(NormTable)
  }

  let kind: Kind
  private let below: [UInt8]
  private let above: [UInt8]

  init(_ kind: Kind, below: String = "", above: String = "") {
    self.kind = kind
    self.below = Array(below.utf8)
    self.above = Array(above.utf8)
  }

  /// Works the score out of the number it is made from and writes its text.
  ///
  /// - Parameter month: from the first of the screener's range.
  func entry(of x: Double, month: Int, to output: inout ByteOutput) -> PlanMemo.Entry {
    var entry = PlanMemo.Entry()
    entry.outcome = .absent
    switch self.kind {
    case .lms(let byMonth):
      guard byMonth.indices.contains(month), let z = byMonth[month]?.zScore(of: x) else {
        entry.outcome = .outsideNorms
        return entry
      }
      self.put(z, decimals: 4, &entry, &output)
    case .scale(let scale):
      guard let scaled = ScaledScore(z: x, on: scale) else { return entry }
      entry.outcome = .number
      entry.number = scaled.value
      if let side = scaled.beyond {
        entry.isClipped = true
        output.put(side == .below ? self.below : self.above)
      } else if scale.round == .halfUp, let points = Int(exactly: scaled.value) {
        output.put(number: points)
      } else {
        output.put(decimal: scaled.value, decimals: 1)
      }
    case .percentile(let rule):
      let percentile = 100 * NormalDistribution.cumulative(x)
      entry.outcome = .number
      entry.number = percentile
      if let least = rule.reportBelow, percentile < Double(least) {
        output.put(self.below)
      } else if let most = rule.reportAbove, percentile > Double(most) {
        output.put(self.above)
      } else {
        output.put(decimal: percentile, decimals: 1)
      }
    case .trueScore(let scale, let rule, let critical):
      let truth = TrueScore(observed: x, mean: scale.mean, sd: scale.sd, reliability: rule.reliability)
      let (low, high) = truth.interval(critical: critical)
      entry.outcome = .interval
      output.put(decimal: low, decimals: 1)
      output.put(low < 0 || high < 0 ? Self.to : Self.dash)
      output.put(decimal: high, decimals: 1)
    case .ageEquivalent(let norms):
      switch AgeEquivalent(of: x, in: norms) {
      case .months(let months)?: self.put(months, decimals: 1, &entry, &output)
      case .below?: output.put(self.below)
      case .above?: output.put(self.above)
      case nil: break
      }
    }
    return entry
  }

  private static let to = Array(" to ".utf8)
  private static let dash = Array("-".utf8)

  private func put(_ value: Double, decimals: Int, _ entry: inout PlanMemo.Entry, _ output: inout ByteOutput) {
    entry.outcome = .number
    entry.number = value
    output.put(decimal: value, decimals: decimals)
  }
}
