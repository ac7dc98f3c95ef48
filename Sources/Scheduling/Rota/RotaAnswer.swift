// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A rota: which visit is done by whom, on which day, from when; which are left out, and why.
///
/// An answer may be wrong; the referee says whether it is. Times are minutes past midnight.
public struct RotaAnswer: Sendable, Hashable {
  /// `staff` is in the order of the visit's slots.
  public struct Assignment: Sendable, Hashable {
    public let visit: VisitID
    public let staff: [StaffID]
    public let day: Int
    public let start: Int

    public init(visit: VisitID, staff: [StaffID], day: Int, start: Int) {
      self.visit = visit
      self.staff = staff
      self.day = day
      self.start = start
    }
  }

  public struct Rest: Sendable, Hashable {
    public let staff: StaffID
    public let day: Int
    public let start: Int

    public init(staff: StaffID, day: Int, start: Int) {
      self.staff = staff
      self.day = day
      self.start = start
    }
  }

  public struct LeftOut: Sendable, Hashable {
    public let visit: VisitID
    public let reason: String

    public init(visit: VisitID, reason: String) {
      self.visit = visit
      self.reason = reason
    }
  }

  /// The name of the problem this answers.
  public let problem: String
  public let assignments: [Assignment]
  public let breaks: [Rest]
  public let unassigned: [LeftOut]
  /// What whoever made the answer believes it costs; the referee computes its own.
  public var cost: Int?
  /// A number that no rota of this problem can cost less than, where one is proved.
  public var bound: Int?

  public init(
    problem: String,
    assignments: [Assignment],
    breaks: [Rest] = [],
    unassigned: [LeftOut] = [],
    cost: Int? = nil,
    bound: Int? = nil
  ) {
    self.problem = problem
    self.assignments = assignments
    self.breaks = breaks
    self.unassigned = unassigned
    self.cost = cost
    self.bound = bound
  }
}
