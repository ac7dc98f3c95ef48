// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A shift that begins earlier or ends later; never both.
public struct LongerShift: ProblemChange {
  public enum Side: String, Sendable { case earlier, later }

  public let staff: StaffID
  public let day: Int
  public let side: Side
  public let amount: Int

  public init(_ staff: StaffID, day: Int, _ side: Side, by minutes: Int) {
    self.staff = staff
    self.day = day
    self.side = side
    self.amount = minutes
  }

  public var kind: ProblemChangeKind { .longerShift }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(staff: self.staff, day: self.day) }

  public func with(amount: Int) -> Self? { Self(self.staff, day: self.day, self.side, by: amount) }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.staff) { person in
      let shifts = person.shifts.map { $0.day == self.day ? self.longer($0) : $0 }
      guard shifts != person.shifts else {
        throw Fault(.rotaProblemInvalid, "'\(self.staff)' has no shift to lengthen", at: "day \(self.day)")
      }
      return person.replacing(shifts: shifts)
    }
  }

  func longer(_ shift: RotaProblem.Shift) -> RotaProblem.Shift {
    RotaProblem.Shift(
      day: shift.day,
      start: self.side == .earlier ? shift.start - self.amount : shift.start,
      end: self.side == .later ? shift.end + self.amount : shift.end,
      from: shift.from,
      to: shift.to
    )
  }

  public func words(in problem: RotaProblem) -> String {
    let what = "\(more(self.amount)) of \(problem.name(of: self.staff)) on \(problem.dayName(self.day))"
    let shift = problem.staffIndex[self.staff].flatMap { problem.staff[$0].shifts.first { $0.day == self.day } }
    guard let shift else { return what }
    return switch self.side {
    case .earlier: "\(what), from \(RotaProblem.clock(shift.start - self.amount))"
    case .later: "\(what), until \(RotaProblem.clock(shift.end + self.amount))"
    }
  }
}
