// SPDX-License-Identifier: Apache-2.0

/// How far two scores of one child lie apart, in standard errors of a difference.
///
/// RCI = (x₂ − x₁ − gain)/(SEM·√2) with SEM = SD·√(1 − r): the variant of N. S. Jacobson and P. Truax,
/// "Clinical significance", Journal of Consulting and Clinical Psychology 59 (1991) 12–19. The practice gain,
/// 0 unless known, is what an unchanged child gains from being seen twice. Other variants exist and give
/// other numbers.
public struct ReliableChange: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable {
    case better, worse, noReliableChange = "no-reliable-change"
  }

  public let index: Double
  public let verdict: Verdict

  /// `nil` unless 0 < reliability < 1 and sd and criterion are above 0.
  public init?(
    from earlier: Double,
    to later: Double,
    sd: Double,
    reliability: Double,
    criterion: Double,
    practiceGain: Double = 0
  ) {
    guard reliability > 0, reliability < 1, sd > 0, criterion > 0 else { return nil }
    let standardError = sd * (1 - reliability).squareRoot()
    self.index = (later - earlier - practiceGain) / (standardError * 2.0.squareRoot())
    self.verdict =
      abs(self.index) < criterion ? .noReliableChange : self.index > 0 ? .better : .worse
  }
}
