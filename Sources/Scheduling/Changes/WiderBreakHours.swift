// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A break that may lie earlier or later than its hours, on every day of the person.
public struct WiderBreakHours: ProblemChange {
  public let staff: StaffID
  public let side: LongerShift.Side
  public let amount: Int

  public init(_ staff: StaffID, _ side: LongerShift.Side, by minutes: Int) {
    self.staff = staff
    self.side = side
    self.amount = minutes
  }

  public var kind: ProblemChangeKind { .breakHours }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(staff: self.staff) }

  public func with(amount: Int) -> Self? { Self(self.staff, self.side, by: amount) }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.staff) { $0.replacing(rest: $0.rest.map { self.wider($0) }) }
  }

  func wider(_ rest: RotaProblem.Break) -> RotaProblem.Break {
    RotaProblem.Break(
      minutes: rest.minutes,
      earliest: self.side == .earlier ? rest.earliest - self.amount : rest.earliest,
      latest: self.side == .later ? rest.latest + self.amount : rest.latest,
      shiftOver: rest.shiftOver
    )
  }

  public func words(in problem: RotaProblem) -> String {
    let name = problem.name(of: self.staff)
    guard let rest = problem.staffIndex[self.staff].flatMap({ problem.staff[$0].rest }) else {
      return "a break of \(name) \(counted(self.amount, "minute")) \(self.side.rawValue)"
    }
    let hours = self.wider(rest)
    let words = "\(RotaProblem.clock(hours.earliest)) to \(RotaProblem.clock(hours.latest))"
    return "the break of \(name) up to \(counted(self.amount, "minute")) \(self.side.rawValue), in \(words)"
  }
}
