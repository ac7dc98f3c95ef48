// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A shift on a day on which the person has none.
public struct NewShift: ProblemChange {
  public let staff: StaffID
  public let shift: RotaProblem.Shift

  public init(_ staff: StaffID, _ shift: RotaProblem.Shift) {
    self.staff = staff
    self.shift = shift
  }

  public var kind: ProblemChangeKind { .newShift }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(staff: self.staff, day: self.shift.day) }
  public var amount: Int { self.shift.end - self.shift.start }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.staff) { person in
      person.replacing(shifts: (person.shifts + [self.shift]).sorted { $0.day < $1.day })
    }
  }

  public func words(in problem: RotaProblem) -> String {
    let hours = "\(RotaProblem.clock(self.shift.start)) to \(RotaProblem.clock(self.shift.end))"
    let when = "\(problem.dayName(self.shift.day)), \(hours)"
    return "a shift of \(self.amount) minutes of \(problem.name(of: self.staff)) on \(when)"
  }
}
