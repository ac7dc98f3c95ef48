// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A series that would rather keep its people but no longer has to.
public struct FreerSeriesStaff: ProblemChange {
  public let series: SeriesID

  public init(_ series: SeriesID) { self.series = series }

  public var kind: ProblemChangeKind { .seriesStaff }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(series: self.series) }
  public var amount: Int { 1 }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.series) {
      RotaProblem.Series(id: $0.id, gapDays: $0.gapDays, sameStaff: .prefer)
    }
  }

  public func words(in problem: RotaProblem) -> String { "other people allowed in series \(self.series)" }
}
