// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A higher limit of a person's minutes of visits and travel in the week.
public struct MoreWeekMinutes: ProblemChange {
  public let staff: StaffID
  public let amount: Int

  public init(_ staff: StaffID, by minutes: Int) {
    self.staff = staff
    self.amount = minutes
  }

  public var kind: ProblemChangeKind { .weekMinutes }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(staff: self.staff) }

  public func with(amount: Int) -> Self? { Self(self.staff, by: amount) }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.staff) { person in
      person.replacing(weekMinutes: person.weekMinutes.map { $0 + self.amount })
    }
  }

  public func words(in problem: RotaProblem) -> String {
    let limit = problem.staffIndex[self.staff].flatMap { problem.staff[$0].weekMinutes }
    let instead = limit.map { ", \($0 + self.amount) instead of \($0)" } ?? ""
    return "\(more(self.amount)) in the week for \(problem.name(of: self.staff))\(instead)"
  }
}
