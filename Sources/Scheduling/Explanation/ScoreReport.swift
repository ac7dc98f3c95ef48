// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a rota costs by term and by person, and what is left out for which reason.
///
/// The people's points and the team's add up to the referee's, term by term. A wish about a joint visit, such
/// as its time, is counted with the person of its first slot.
public struct ScoreReport: Sendable, Hashable {
  public struct Person: Sendable, Hashable {
    public let staff: StaffID
    public let name: String
    public let role: String
    /// Visits of the week, joint ones too.
    public let visits: Int
    public let visitMinutes: Int
    public let travelMinutes: Int
    /// Visit minutes of the fullest day.
    public let fullestDay: Int
    /// Limit of visit minutes a day.
    public let contactLimit: Int?
    /// Limit of visits and travel in the week.
    public let weekLimit: Int?
    /// Visits that would rather have someone else.
    public let preferredMissed: Int
    /// Visits now otherwise than published: other people, another day, or a start more than 15 minutes off.
    public let changedVisits: Int
    /// What of the rota's cost is this person's.
    public let cost: RotaCost

    /// Visits and travel, which the week's limit holds.
    public var workedMinutes: Int { self.visitMinutes + self.travelMinutes }
  }

  public struct Reason: Sendable, Hashable {
    public let reason: String
    public let visits: [VisitID]
    public let weight: Int
  }

  /// In the order of the problem; people without a shift and a visit are left out.
  public let people: [Person]
  /// What is nobody's own: visits left out, changes of people in series, uneven loads.
  public let team: RotaCost
  /// The largest weight first, then by the words.
  public let leftOut: [Reason]

  /// Equal to what ``RotaReferee`` finds.
  public var total: RotaCost { self.people.reduce(self.team) { $0 + $1.cost } }

  public init(_ answer: RotaAnswer, of problem: RotaProblem) {
    let rota = PlacedRota(answer, of: problem)
    var shares = Shares(rota)
    shares.count()
    self.people = problem.staff.indices.compactMap { person in
      let staff = problem.staff[person]
      let days = rota.days.filter { $0.staff == person }
      guard !staff.shifts.isEmpty || !days.isEmpty else { return nil }
      let worked = days.filter { $0.frame != nil }
      return Person(
        staff: staff.id,
        name: problem.staffName(person),
        role: staff.role,
        visits: days.reduce(0) { $0 + $1.visits.count },
        visitMinutes: worked.reduce(0) { $0 + $1.visitMinutes },
        travelMinutes: worked.reduce(0) { $0 + $1.travelMinutes },
        fullestDay: days.map(\.visitMinutes).max() ?? 0,
        contactLimit: staff.contactMinutes,
        weekLimit: staff.weekMinutes,
        preferredMissed: shares.preferredMissed[person],
        changedVisits: shares.changed[person].count,
        cost: RotaCost(shares.points[person])
      )
    }
    let whole: [any RotaCostTerm] = [LeftOutCost(), SeriesStaffCost(), BalanceCost()]
    self.team = RotaCost(whole.map { (type(of: $0).name, $0.points(of: rota)) } + shares.ofNobody)
    let told = Dictionary(
      answer.unassigned.map { ($0.visit, $0.reason) },
      uniquingKeysWith: { first, _ in first }
    )
    let missing = problem.visits.indices.filter { rota.placement(of: $0) == nil }
    let byReason = Dictionary(grouping: missing) { position in
      let reason = told[problem.visits[position].id] ?? ""
      return reason.isEmpty ? "no reason is told" : reason
    }
    self.leftOut = byReason.map { reason, positions in
      Reason(
        reason: reason,
        visits: positions.map { problem.visits[$0].id },
        weight: positions.reduce(0) { $0 + problem.visits[$1].weight }
      )
    }
    .sorted { ($1.weight, $0.reason) < ($0.weight, $1.reason) }
  }
}

/// Every person's part of the terms that are someone's, counted from the placements alone.
private struct Shares {
  let rota: PlacedRota
  private(set) var points: [[(RotaCost.Term, Int)]]
  private(set) var preferredMissed: [Int]
  private(set) var changed: [Set<Int>]
  /// Points of visits that a wrong answer gives to nobody.
  private(set) var ofNobody: [(RotaCost.Term, Int)] = []

  init(_ rota: PlacedRota) {
    let people = rota.problem.staff.count
    self.rota = rota
    self.points = Array(repeating: [], count: people)
    self.preferredMissed = Array(repeating: 0, count: people)
    self.changed = Array(repeating: [], count: people)
  }

  mutating func count() {
    let problem = self.rota.problem
    let weights = problem.weights
    for day in self.rota.days where day.frame != nil {
      self.points[day.staff].append((.travel, weights.travel * day.travelMinutes))
      self.points[day.staff].append((.shift, weights.shift))
    }
    for placement in self.rota.placements {
      let visit = problem.visits[placement.visit]
      if !visit.preferStaff.isEmpty {
        for person in placement.staff where !visit.preferStaff.contains(problem.staff[person].id) {
          self.preferredMissed[person] += 1
          self.points[person].append((.preferStaff, weights.preferStaff))
        }
      }
      let isLiked = visit.preferWindows.contains {
        $0.holds(day: placement.day, from: placement.start, to: placement.end)
      }
      if !visit.preferWindows.isEmpty && !isLiked { self.add(.preferWindow, weights.preferWindow, placement) }
    }
    for held in problem.published { self.count(held) }
  }

  private mutating func count(_ held: RotaAnswer.Assignment) {
    let problem = self.rota.problem
    guard let visit = problem.visitIndex[held.visit], let now = self.rota.placement(of: visit) else { return }
    var terms: [(RotaCost.Term, Int)] = []
    if held.staff != now.staff.map({ problem.staff[$0].id }) {
      terms.append((.changedStaff, problem.weights.changedStaff))
    }
    if held.day != now.day {
      terms.append((.changedDay, problem.weights.changedDay))
    } else if abs(held.start - now.start) > ChangedStartCost.tolerance {
      terms.append((.changedStart, problem.weights.changedStart))
    }
    guard !terms.isEmpty else { return }
    for person in now.staff { self.changed[person].insert(visit) }
    for (term, points) in terms { self.add(term, points, now) }
  }

  private mutating func add(_ term: RotaCost.Term, _ points: Int, _ placement: PlacedRota.Placement) {
    if let person = placement.staff.first {
      self.points[person].append((term, points))
    } else {
      self.ofNobody.append((term, points))
    }
  }
}
