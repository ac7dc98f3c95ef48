// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A window of a visit that begins earlier, ends later, or both.
public struct WiderWindow: ProblemChange {
  public let visit: VisitID
  public let window: RotaProblem.Window
  public let earlier: Int
  public let later: Int

  /// - Parameter window: one that the visit has, as it stands.
  public init(_ visit: VisitID, _ window: RotaProblem.Window, earlier: Int = 0, later: Int = 0) {
    self.visit = visit
    self.window = window
    self.earlier = earlier
    self.later = later
  }

  public var kind: ProblemChangeKind { .widerWindow }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(day: self.window.day, visit: self.visit) }
  public var amount: Int { self.earlier + self.later }

  /// Takes from the later side first.
  public func with(amount: Int) -> Self? {
    let earlier = min(self.earlier, amount)
    return Self(self.visit, self.window, earlier: earlier, later: amount - earlier)
  }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.visit) { visit in
      guard visit.windows.contains(self.window) else {
        throw Fault(
          .rotaProblemInvalid, "'\(self.visit)' has no window \(self.window.words) to widen",
          at: "day \(self.window.day)")
      }
      return visit.replacing(windows: visit.windows.map { $0 == self.window ? self.wider : $0 })
    }
  }

  private var wider: RotaProblem.Window {
    RotaProblem.Window(
      day: self.window.day,
      start: self.window.start - self.earlier,
      end: self.window.end + self.later
    )
  }

  public func words(in problem: RotaProblem) -> String {
    let when = problem.dayName(self.window.day)
    return "\(self.visit) in \(self.wider.words) on \(when) instead of \(self.window.words)"
  }
}
