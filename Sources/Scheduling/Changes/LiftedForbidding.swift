// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A visit that no longer forbids a person.
public struct LiftedForbidding: ProblemChange {
  public let visit: VisitID
  public let staff: StaffID

  public init(_ visit: VisitID, _ staff: StaffID) {
    self.visit = visit
    self.staff = staff
  }

  public var kind: ProblemChangeKind { .forbidden }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(staff: self.staff, visit: self.visit) }
  public var amount: Int { 1 }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.visit) { $0.replacing(forbidStaff: $0.forbidStaff.subtracting([self.staff])) }
  }

  public func words(in problem: RotaProblem) -> String {
    "\(problem.name(of: self.staff)) allowed at \(self.visit)"
  }
}
