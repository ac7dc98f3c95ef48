// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One thing that could be done otherwise about a week: more of someone's time, a room, a rule let go.
///
/// A change only ever loosens its problem: a rota that breaks no rule before breaks none after it, but for a
/// longer shift on which a break becomes due.
public protocol ProblemChange: Sendable, Hashable {
  var kind: ProblemChangeKind { get }
  /// What is changed; with the kind and the amount it names the change.
  var subject: ProblemChangeSubject { get }
  /// How much is asked for, in the unit of the kind; above 0.
  var amount: Int { get }

  /// The same change asking for another amount; `nil` where it has but one.
  func with(amount: Int) -> Self?

  /// The problem with the change made.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` when the problem has no such subject, or cannot hold
  ///   the change, such as a shift past midnight.
  func applied(to problem: RotaProblem) throws -> RotaProblem

  /// What to do, with names and days, without a full stop: `25 more minutes of Person p3 on Tue 1 Dec, until 16:55`.
  func words(in problem: RotaProblem) -> String
}

extension ProblemChange {
  public func with(amount: Int) -> Self? { nil }
}

/// What a change is about. Fields that do not apply are `nil`.
public struct ProblemChangeSubject: Sendable, Hashable {
  public var staff: StaffID?
  public var day: Int?
  public var place: PlaceID?
  public var visit: VisitID?
  public var series: SeriesID?
  /// The visit that no longer has to come first.
  public var other: VisitID?
  /// In order of name; empty where the change is not one of skills.
  public var skills: [String] = []

  public init(
    staff: StaffID? = nil,
    day: Int? = nil,
    place: PlaceID? = nil,
    visit: VisitID? = nil,
    series: SeriesID? = nil,
    other: VisitID? = nil,
    skills: [String] = []
  ) {
    self.staff = staff
    self.day = day
    self.place = place
    self.visit = visit
    self.series = series
    self.other = other
    self.skills = skills
  }
}
