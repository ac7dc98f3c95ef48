// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A visit that no longer has to come after another one.
public struct DroppedOrder: ProblemChange {
  public let visit: VisitID
  public let earlier: VisitID

  public init(_ visit: VisitID, after earlier: VisitID) {
    self.visit = visit
    self.earlier = earlier
  }

  public var kind: ProblemChangeKind { .droppedOrder }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(visit: self.visit, other: self.earlier) }
  public var amount: Int { 1 }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.visit) { visit in
      visit.replacing(after: visit.after.filter { $0.visit != self.earlier })
    }
  }

  public func words(in problem: RotaProblem) -> String {
    "\(self.visit) no longer after \(self.earlier)"
  }
}
