// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One more person, with one shift.
public struct ExtraHalfDay: ProblemChange {
  public let person: RotaProblem.Staff

  /// - Parameter person: with exactly one shift.
  public init(_ person: RotaProblem.Staff) { self.person = person }

  public var kind: ProblemChangeKind { .halfDay }
  public var subject: ProblemChangeSubject {
    ProblemChangeSubject(
      staff: self.person.id,
      day: self.person.shifts.first?.day,
      skills: self.person.skills.sorted()
    )
  }
  public var amount: Int { self.person.shifts.reduce(0) { $0 + $1.end - $1.start } }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.replacing(staff: problem.staff + [self.person])
  }

  public func words(in problem: RotaProblem) -> String {
    guard let shift = self.person.shifts.first else { return self.person.name }
    let hours = "\(RotaProblem.clock(shift.start)) to \(RotaProblem.clock(shift.end))"
    return "\(self.person.name) on \(problem.dayName(shift.day)), \(hours)"
  }
}
