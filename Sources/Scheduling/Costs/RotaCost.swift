// SPDX-License-Identifier: Apache-2.0

/// What a rota costs, term by term; rotas are compared by the total.
public struct RotaCost: Sendable, Hashable {
  /// The raw values are those of the exchange format; the order is that in which they are printed.
  public enum Term: String, Sendable, CaseIterable {
    case leftOut = "left_out"
    case travel
    case preferStaff = "prefer_staff"
    case seriesStaff = "series_staff"
    case preferWindow = "prefer_window"
    case balance
    case changedStaff = "changed_staff"
    case changedDay = "changed_day"
    case changedStart = "changed_start"
    case shift
  }

  private let points: [Term: Int]

  /// Terms not given cost nothing.
  public init(_ points: [(Term, Int)] = []) {
    var sums: [Term: Int] = [:]
    for (term, value) in points where value != 0 { sums[term, default: 0] += value }
    self.points = sums.filter { $0.value != 0 }
  }

  public subscript(term: Term) -> Int { self.points[term] ?? 0 }
  public var total: Int { self.points.values.reduce(0, +) }

  /// Every term in order, those of 0 points too.
  public var byTerm: [(term: Term, points: Int)] { Term.allCases.map { ($0, self[$0]) } }

  public static func + (a: Self, b: Self) -> Self {
    Self(Term.allCases.map { ($0, a[$0] + b[$0]) })
  }

  /// May hold negative points: what changes from `b` to `a`.
  public static func - (a: Self, b: Self) -> Self {
    Self(Term.allCases.map { ($0, a[$0] - b[$0]) })
  }
}
