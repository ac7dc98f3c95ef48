// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// An answer laid over its problem: what the rules and the cost terms read.
///
/// An assignment that names an unknown visit or person is set aside (``unknown``), so is every later
/// assignment of a visit (``repeated``); all else is judged without them. Positions are those of the
/// problem's arrays.
public struct PlacedRota: Sendable {
  /// One visit with its people and its time; ends may lie past midnight in a wrong answer.
  public struct Placement: Sendable, Hashable {
    public let visit: Int
    /// In the order of the answer; may be too few, too many or the same person twice.
    public let staff: [Int]
    public let day: Int
    public let start: Int
    public let end: Int
  }

  /// What one person does on one day. Only days with a visit stand here.
  public struct PersonDay: Sendable, Hashable {
    public let staff: Int
    public let day: Int
    /// In order of start.
    public let visits: [Placement]
    /// `nil` when the person has no shift on this day; then `whole` and `legs` are empty.
    public let frame: DayCheck.Frame?
    /// The opening, the visits and the closing.
    public let whole: [DayCheck.Stop]
    /// Travel minutes between the elements of `whole`.
    public let legs: [Int]
    /// Where the answer puts the break, due or not.
    public let rest: Int?

    public var visitMinutes: Int { self.visits.reduce(0) { $0 + $1.end - $1.start } }
    public var travelMinutes: Int { self.legs.reduce(0, +) }
  }

  public let problem: RotaProblem
  /// In the order of the answer.
  public let placements: [Placement]
  /// In order of person, then day.
  public let days: [PersonDay]
  /// Visits whose assignment, or whose entry under `unassigned`, names something the problem does not know.
  public let unknown: [VisitID]
  public let repeated: [VisitID]
  /// Positions of visits that the answer says are left out.
  public let told: Set<Int>

  private let placementOfVisit: [Int: Int]

  public init(_ answer: RotaAnswer, of problem: RotaProblem) {
    var (placements, unknown, repeated): ([Placement], [VisitID], [VisitID]) = ([], [], [])
    var found: [Int: Int] = [:]
    for assignment in answer.assignments {
      let staff = assignment.staff.compactMap { problem.staffIndex[$0] }
      guard let visit = problem.visitIndex[assignment.visit], staff.count == assignment.staff.count else {
        unknown.append(assignment.visit)
        continue
      }
      guard found[visit] == nil else {
        repeated.append(assignment.visit)
        continue
      }
      found[visit] = placements.count
      let (day, start) = (Self.tame(assignment.day), Self.tame(assignment.start))
      let end = start + problem.visits[visit].minutes
      placements.append(Placement(visit: visit, staff: staff, day: day, start: start, end: end))
    }
    for left in answer.unassigned where problem.visitIndex[left.visit] == nil { unknown.append(left.visit) }
    self.problem = problem
    self.placements = placements
    self.unknown = unknown
    self.repeated = repeated
    self.told = Set(answer.unassigned.compactMap { problem.visitIndex[$0.visit] })
    self.placementOfVisit = found
    self.days = Self.days(of: placements, breaks: answer.breaks, in: problem)
  }

  /// Where a visit is placed; `nil` when it is not.
  public func placement(of visit: Int) -> Placement? {
    self.placementOfVisit[visit].map { self.placements[$0] }
  }

  public func day(of staff: Int, on day: Int) -> PersonDay? {
    self.days.first { $0.staff == staff && $0.day == day }
  }

  /// Positions of the placed visits of every series that has one, in the order of the problem's series.
  var membersOfSeries: [(series: RotaProblem.Series, members: [Placement])] {
    var members: [[Placement]] = Array(repeating: [], count: self.problem.series.count)
    for placement in self.placements {
      guard let series = self.problem.visits[placement.visit].series else { continue }
      if let position = self.problem.seriesIndex[series] { members[position].append(placement) }
    }
    return zip(self.problem.series, members).filter { !$1.isEmpty }.map { ($0, $1) }
  }

  /// An answer may hold any number; within these bounds no sum overflows and no wrong value turns right.
  private static func tame(_ value: Int) -> Int { min(max(value, -1_000_000_000), 1_000_000_000) }

  private static func days(
    of placements: [Placement],
    breaks: [RotaAnswer.Rest],
    in problem: RotaProblem
  ) -> [PersonDay] {
    struct Key: Hashable {
      let staff: Int
      let day: Int
    }
    var visits: [Key: [Placement]] = [:]
    for placement in placements {
      for staff in placement.staff {
        visits[Key(staff: staff, day: placement.day), default: []].append(placement)
      }
    }
    var rests: [Key: Int] = [:]
    for rest in breaks {
      guard let staff = problem.staffIndex[rest.staff] else { continue }
      rests[Key(staff: staff, day: self.tame(rest.day))] = self.tame(rest.start)
    }
    let keys = visits.keys.sorted { ($0.staff, $0.day) < ($1.staff, $1.day) }
    return keys.map { key in
      let visits = (visits[key] ?? []).sorted { Self.precedes($0, $1, in: problem) }
      let frame = problem.frame(staff: key.staff, day: key.day)
      let stops = visits.map { placement in
        let place = problem.placeIndex[problem.visits[placement.visit].place] ?? 0
        return DayCheck.Stop(start: placement.start, end: placement.end, place: place)
      }
      let whole = frame.map { DayCheck.whole(stops, in: $0) } ?? []
      return PersonDay(
        staff: key.staff,
        day: key.day,
        visits: visits,
        frame: frame,
        whole: whole,
        legs: DayCheck.legs(of: whole, over: problem.travel),
        rest: rests[key]
      )
    }
  }

  /// By start, end, place and visit, ids by their code points: also a day of overlapping visits has one order.
  private static func precedes(_ a: Placement, _ b: Placement, in problem: RotaProblem) -> Bool {
    if (a.start, a.end) != (b.start, b.end) { return (a.start, a.end) < (b.start, b.end) }
    let (left, right) = (problem.visits[a.visit], problem.visits[b.visit])
    if left.place != right.place {
      return left.place.rawValue.utf8.lexicographicallyPrecedes(right.place.rawValue.utf8)
    }
    return left.id.rawValue.utf8.lexicographicallyPrecedes(right.id.rawValue.utf8)
  }
}
