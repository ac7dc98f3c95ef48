// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Shares the burdens of a week by what people carried before it.
///
/// The rota exchange format knows no debts, so they are put as wishes that it knows: a visit that is a burden,
/// and that nobody is preferred for, prefers those who have carried no more than the average of the people who
/// could make it; anyone else costs `weights.preferStaff`. So what a person has carried decides whether the visit
/// costs more with them, not how much more. A burden that only the rota's hours decide, such as an afternoon
/// start of a visit that could be held in the morning, is not shared, nor is a visit of a series that somebody
/// has seen: there a known face comes first.
struct FairShare {
  private let problem: RotaProblem
  private let history: RotaHistory
  private let rules: CarryOver.Fairness

  init(_ history: RotaHistory, in problem: RotaProblem, rules: CarryOver.Fairness) {
    self.problem = problem
    self.history = history
    self.rules = rules
  }

  /// Who is to be preferred for a visit, by id; empty when it burdens nobody, or all alike.
  func preferred(for visit: RotaProblem.Visit) -> [StaffID] {
    let burdens = self.problem.staff.indices.compactMap { self.burden(of: visit, on: $0) }
    guard burdens.contains(where: \.isAny) else { return [] }
    var preferred: Set<StaffID> = []
    var isShared = false
    for slot in visit.slots {
      let able = burdens.filter { self.problem.staff[$0.staff].skills.isSuperset(of: slot) }
      let owing = self.points(able)
      let fair = zip(able, owing).filter { $1 <= self.rules.tolerance * 100 }.map(\.0)
      isShared = isShared || (!fair.isEmpty && fair.count < able.count)
      preferred.formUnion((fair.isEmpty ? able : fair).map { self.problem.staff[$0.staff].id })
    }
    return isShared ? preferred.sorted() : []
  }

  /// What a visit would be for one person.
  private struct Burden {
    let staff: Int
    let isFar: Bool
    let isHard: Bool
    let isLate: Bool

    var isAny: Bool { self.isFar || self.isHard || self.isLate }
  }

  /// `nil` for someone who cannot make the visit at any of its times.
  private func burden(of visit: RotaProblem.Visit, on position: Int) -> Burden? {
    let person = self.problem.staff[position]
    guard !visit.forbidStaff.contains(person.id), let place = self.problem.placeIndex[visit.place] else { return nil }
    var (isFar, isLate, canCome) = (true, true, false)
    for shift in person.shifts {
      guard let from = self.problem.placeIndex[shift.from], let to = self.problem.placeIndex[shift.to] else { continue }
      let (there, back) = (self.problem.minutes(from: from, to: place), self.problem.minutes(from: place, to: to))
      for window in visit.windows where window.day == shift.day {
        let end = max(window.start, shift.start + there) + visit.minutes
        guard end <= window.end, end + back <= shift.end else { continue }
        canCome = true
        isFar = isFar && self.rules.isFar(there)
        isLate = isLate && self.rules.isLate(lastEnd: end, home: end + back)
      }
    }
    guard canCome else { return nil }
    let isMarked = self.rules.hardSettings.contains(SettingID(visit.place.rawValue))
    return Burden(staff: position, isFar: isFar, isHard: isFar || isMarked, isLate: isLate)
  }

  /// For each of these people, by how many hundredths of a point what they carried lies above the average of all
  /// of them, counting the burdens that the visit would add to. Someone without a past is at the average.
  private func points(_ able: [Burden]) -> [Int] {
    let loads = able.map { self.history.loads[self.problem.staff[$0.staff].id] ?? CarriedLoad() }
    let all = loads.reduce(CarriedLoad(), +)
    func above(_ load: CarriedLoad, _ burden: KeyPath<CarriedLoad, Int>) -> Int {
      guard let own = load.per100Hours(burden), let average = all.per100Hours(burden) else { return 0 }
      return own - average
    }
    return zip(able, loads).map { burden, load in
      (burden.isFar ? self.rules.drivePoints * above(load, \.driveMinutes) : 0)
        + (burden.isLate ? self.rules.latePoints * above(load, \.lateFinishes) : 0)
        + (burden.isHard ? self.rules.hardPoints * above(load, \.hardVisits) : 0)
    }
  }
}

extension RotaProblem {
  /// The same problem whose burdensome visits prefer those who have carried less; visits that prefer somebody
  /// already are left as they are.
  public func sharing(_ history: RotaHistory, rules: CarryOver.Fairness) throws -> RotaProblem {
    guard !history.loads.isEmpty, self.weights.preferStaff > 0 else { return self }
    let share = FairShare(history, in: self, rules: rules)
    return try self.replacing(
      visits: self.visits.map { visit in
        visit.preferStaff.isEmpty ? visit.replacing(preferStaff: share.preferred(for: visit)) : visit
      })
  }
}
