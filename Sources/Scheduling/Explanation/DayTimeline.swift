// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One person's day from opening to closing, in order of time: journeys, visits, the break and the waits
/// between them.
///
/// The first journey leaves as late as it can, every other one as soon as the visit or the break before it
/// ends; a break before the first visit is taken before that journey where it can be. In a rota that breaks a rule, entries may overlap or run past the shift.
public struct DayTimeline: Sendable, Hashable {
  public enum Activity: Sendable, Hashable {
    case travel(from: PlaceID, to: PlaceID)
    /// `with` are the other people of a joint visit.
    case visit(VisitID, at: PlaceID, kind: String, with: [StaffID])
    case rest
    /// Paid time between entries with nothing to do; not given before the first or after the last journey.
    case wait
  }

  public struct Entry: Sendable, Hashable {
    public let activity: Activity
    public let start: Int
    public let end: Int

    public var minutes: Int { self.end - self.start }
  }

  public let staff: StaffID
  public let day: Int
  /// The shift's hours; `nil` when the person works without one.
  public let shift: RotaProblem.Shift?
  /// In order of start; journeys of no minutes are left out.
  public let entries: [Entry]

  public var visitMinutes: Int { self.sum { if case .visit = $0 { true } else { false } } }
  public var travelMinutes: Int { self.sum { if case .travel = $0 { true } else { false } } }
  public var restMinutes: Int { self.sum { $0 == .rest } }
  public var waitMinutes: Int { self.sum { $0 == .wait } }

  private func sum(_ isCounted: (Activity) -> Bool) -> Int {
    self.entries.reduce(0) { $0 + (isCounted($1.activity) ? $1.minutes : 0) }
  }
}

extension DayTimeline {
  init(_ day: PlacedRota.PersonDay, in problem: RotaProblem) {
    let person = problem.staff[day.staff]
    self.staff = person.id
    self.day = day.day
    self.shift = person.shifts.first { $0.day == day.day }
    let visits = day.visits.map { placement in
      let visit = problem.visits[placement.visit]
      let others = placement.staff.filter { $0 != day.staff }.map { problem.staff[$0].id }
      let activity = Activity.visit(visit.id, at: visit.place, kind: visit.kind, with: others)
      return Entry(activity: activity, start: placement.start, end: placement.end)
    }
    guard day.frame != nil else {
      self.entries = visits
      return
    }
    let minutes = day.frame?.rest?.minutes ?? person.rest?.minutes ?? 0
    var rest = day.rest.map { Entry(activity: .rest, start: $0, end: $0 + minutes) }
    if minutes == 0 { rest = nil }
    var entries: [Entry] = []
    for gap in day.legs.indices {
      if gap > 0 { entries.append(visits[gap - 1]) }
      let isHere = rest.map { Self.lies($0, in: day, gap: gap) } ?? false
      entries += Self.fill(day, gap: gap, rest: isHere ? rest : nil, in: problem)
      if isHere { rest = nil }
    }
    self.entries = entries + (rest.map { [$0] } ?? [])
  }

  private static func lies(_ rest: Entry, in day: PlacedRota.PersonDay, gap: Int) -> Bool {
    day.whole[gap].end <= rest.start && rest.end <= day.whole[gap + 1].start
  }

  /// The journey of one gap with the break before or after it, and the waits.
  private static func fill(
    _ day: PlacedRota.PersonDay,
    gap: Int,
    rest: Entry?,
    in problem: RotaProblem
  ) -> [Entry] {
    let (before, after, leg) = (day.whole[gap], day.whole[gap + 1], day.legs[gap])
    let (from, to) = (problem.places[before.place].id, problem.places[after.place].id)
    func journey(from start: Int) -> Entry {
      Entry(activity: .travel(from: from, to: to), start: start, end: start + leg)
    }
    var entries: [Entry]
    if let rest, before.end + leg > rest.start || (gap == 0 && rest.end + leg <= after.start) {
      entries = [rest, journey(from: gap == 0 ? max(rest.end, after.start - leg) : rest.end)]
    } else if let rest {
      entries = [journey(from: gap == 0 ? max(before.end, rest.start - leg) : before.end), rest]
    } else {
      entries = [journey(from: gap == 0 ? max(before.end, after.start - leg) : before.end)]
    }
    return self.withWaits(entries.filter { $0.minutes > 0 }, day: day, gap: gap)
  }

  private static func withWaits(_ entries: [Entry], day: PlacedRota.PersonDay, gap: Int) -> [Entry] {
    var now = gap == 0 ? entries.first?.start ?? day.whole[1].start : day.whole[gap].end
    var filled: [Entry] = []
    for entry in entries {
      if entry.start > now { filled.append(Entry(activity: .wait, start: now, end: entry.start)) }
      filled.append(entry)
      now = max(now, entry.end)
    }
    let isLast = gap == day.legs.count - 1
    if !isLast, day.whole[gap + 1].start > now {
      filled.append(Entry(activity: .wait, start: now, end: day.whole[gap + 1].start))
    }
    return filled
  }
}
