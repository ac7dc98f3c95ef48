// SPDX-License-Identifier: Apache-2.0

/// One of the three terms of an academic year, in the order they come.
public enum Term: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case autumn, spring, summer

  /// 0, 1 or 2 from September.
  public var position: Int {
    switch self {
    case .autumn: 0
    case .spring: 1
    case .summer: 2
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }
}

/// One of the six parts of an academic year between two holidays.
public struct HalfTerm: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: AcademicYear
  public let term: Term
  /// 1 before the half-term holiday, 2 after it. A term without one has only the first.
  public let half: Int

  /// Returns `nil` unless `half` is 1 or 2.
  public init?(year: AcademicYear, term: Term, half: Int) {
    guard half == 1 || half == 2 else { return nil }
    self.year = year
    self.term = term
    self.half = half
  }

  /// `2026/27 autumn 1`.
  public var description: String { "\(self.year) \(self.term.rawValue) \(self.half)" }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year.start, a.term.position, a.half) < (b.year.start, b.term.position, b.half)
  }
}
