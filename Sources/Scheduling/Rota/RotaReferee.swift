// SPDX-License-Identifier: Apache-2.0

/// Judges a rota from the problem and the answer alone: every hard rule, every cost term.
///
/// It keeps no state from any search, so it is the slow twin of whatever found the answer.
public enum RotaReferee {
  /// Every hard rule, in the order in which breaches are reported.
  public static let rules: [any RotaRule] = [
    UnknownIDRule(), PlacedTwiceRule(), SlotsRule(), SkillRule(), ForbiddenRule(), WindowRule(), StepRule(),
    PinRule(), NoShiftRule(), ShiftRule(), OverlapRule(), BreakRule(), WeekMinutesRule(),
    ContactMinutesRule(),
    RoomsRule(), SeriesGapRule(), SeriesStaffRule(), AfterRule(), LeftOutUntoldRule(),
  ]

  /// Every cost term, in the order in which they are printed.
  public static let costTerms: [any RotaCostTerm] = [
    LeftOutCost(), TravelCost(), PreferStaffCost(), SeriesStaffCost(), PreferWindowCost(), BalanceCost(),
    ChangedStaffCost(), ChangedDayCost(), ChangedStartCost(), ShiftCost(),
  ]

  /// The answer may be wrong in any way; it is never refused, only judged.
  public static func check(_ answer: RotaAnswer, of problem: RotaProblem) -> RotaVerdict {
    let rota = PlacedRota(answer, of: problem)
    let facts = RotaVerdict.Facts(
      placed: rota.placements.count,
      of: problem.visits.count,
      travelMinutes: rota.days.reduce(0) { $0 + $1.travelMinutes },
      shiftsUsed: rota.days.count { $0.frame != nil }
    )
    return RotaVerdict(
      breaches: self.rules.flatMap { $0.broken(in: rota) },
      cost: self.cost(of: rota),
      facts: facts
    )
  }

  /// What a rota costs, whether or not it breaks a rule.
  public static func cost(of rota: PlacedRota) -> RotaCost {
    RotaCost(self.costTerms.map { (type(of: $0).name, $0.points(of: rota)) })
  }
}
