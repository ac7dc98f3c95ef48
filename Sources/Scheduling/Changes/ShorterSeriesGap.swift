// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Visits of a series that may lie nearer together.
public struct ShorterSeriesGap: ProblemChange {
  public let series: SeriesID
  /// Days by which the gap shrinks.
  public let amount: Int

  public init(_ series: SeriesID, by days: Int) {
    self.series = series
    self.amount = days
  }

  public var kind: ProblemChangeKind { .seriesGap }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(series: self.series) }

  public func with(amount: Int) -> Self? { Self(self.series, by: amount) }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.series) {
      RotaProblem.Series(id: $0.id, gapDays: max(0, $0.gapDays - self.amount), sameStaff: $0.sameStaff)
    }
  }

  public func words(in problem: RotaProblem) -> String {
    let old = problem.seriesIndex[self.series].map { problem.series[$0].gapDays } ?? self.amount
    let new = max(0, old - self.amount)
    guard new > 0 else { return "the gap of series \(self.series) dropped, two visits on one day allowed" }
    return "a gap of \(counted(new, "day")) in series \(self.series) instead of \(old)"
  }
}
