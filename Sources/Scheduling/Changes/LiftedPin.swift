// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A visit that is no longer pinned to its people, day or start.
public struct LiftedPin: ProblemChange {
  public let visit: VisitID

  public init(_ visit: VisitID) { self.visit = visit }

  public var kind: ProblemChangeKind { .pin }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(visit: self.visit) }
  public var amount: Int { 1 }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.visit) { $0.replacing(pin: .some(nil)) }
  }

  public func words(in problem: RotaProblem) -> String { "\(self.visit) no longer pinned" }
}
