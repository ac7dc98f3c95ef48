// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A higher limit of a person's visit minutes a day, on every day.
public struct MoreContactMinutes: ProblemChange {
  public let staff: StaffID
  public let amount: Int

  public init(_ staff: StaffID, by minutes: Int) {
    self.staff = staff
    self.amount = minutes
  }

  public var kind: ProblemChangeKind { .contactMinutes }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(staff: self.staff) }

  public func with(amount: Int) -> Self? { Self(self.staff, by: amount) }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.staff) { person in
      person.replacing(contactMinutes: person.contactMinutes.map { $0 + self.amount })
    }
  }

  public func words(in problem: RotaProblem) -> String {
    let limit = problem.staffIndex[self.staff].flatMap { problem.staff[$0].contactMinutes }
    let instead = limit.map { ", \($0 + self.amount) instead of \($0)" } ?? ""
    return "\(counted(self.amount, "more visit minute")) a day for \(problem.name(of: self.staff))\(instead)"
  }
}
