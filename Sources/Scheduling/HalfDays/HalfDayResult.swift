// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What half a day of one more person serves, from a solve: against the rota that as long a solve makes
/// without it.
public struct HalfDayResult: Sendable {
  public let profile: HalfDayProfile
  public let half: HalfDay
  public let change: ExtraHalfDay
  /// Visits placed with it and left out without, in the order of the problem.
  public let served: [VisitID]
  /// Visits left out with it and placed without.
  public let lost: [VisitID]
  /// The weight of the served less that of the lost.
  public let weight: Int
  public let costWithout: Int
  public let costWith: Int

  public var saving: Int { self.costWithout - self.costWith }

  /// `nil` when the answer breaks a rule of the changed problem.
  public init?(
    _ screening: HalfDayScreening,
    found: RotaAnswer,
    without base: RotaAnswer,
    of problem: RotaProblem
  ) throws {
    let changed = try screening.change.applied(to: problem)
    let verdict = RotaReferee.check(found, of: changed)
    guard verdict.isFeasible else { return nil }
    let (before, after) = (Set(base.assignments.map(\.visit)), Set(found.assignments.map(\.visit)))
    let served = problem.visits.filter { after.contains($0.id) && !before.contains($0.id) }
    let lost = problem.visits.filter { !after.contains($0.id) && before.contains($0.id) }
    self.profile = screening.profile
    self.half = screening.half
    self.change = screening.change
    self.served = served.map(\.id)
    self.lost = lost.map(\.id)
    self.weight = served.reduce(0) { $0 + $1.weight } - lost.reduce(0) { $0 + $1.weight }
    self.costWithout = RotaReferee.check(base, of: problem).cost.total
    self.costWith = verdict.cost.total
  }
}
