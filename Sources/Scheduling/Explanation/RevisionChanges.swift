// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What differs between the rota that people hold and another one, visit by visit, and whom it concerns.
///
/// The two may be of different problems, as when visits were added or cancelled since.
public struct RevisionChanges: Sendable, Hashable {
  /// One visit as a rota has it. Times are minutes past midnight.
  public struct Booking: Sendable, Hashable {
    public let staff: [StaffID]
    public let date: CivilDate
    public let start: Int
    public let end: Int
    public let place: PlaceID
    public let kind: String
  }

  public struct Change: Sendable, Hashable {
    public let visit: VisitID
    /// `nil`: it is new.
    public let was: Booking?
    /// `nil`: it takes place no more.
    public let now: Booking?

    /// Everyone who has or had the visit, in the order of the rota that had them, those of before first.
    public var staff: [StaffID] { self.both { $0.staff } }
    public var places: [PlaceID] { self.both { [$0.place] } }

    private func both<Element: Equatable>(_ part: (Booking) -> [Element]) -> [Element] {
      let before = self.was.map(part) ?? []
      return before + (self.now.map(part) ?? []).filter { !before.contains($0) }
    }
  }

  /// By the date and start that the visit has, or had, then by its id.
  public let all: [Change]

  /// A visit that stays as it was, with the same people in any order, is no change.
  public init(
    from held: RotaAnswer,
    of heldProblem: RotaProblem,
    to answer: RotaAnswer,
    of problem: RotaProblem
  ) {
    let before = Self.bookings(held, heldProblem)
    let after = Self.bookings(answer, problem)
    let visits = Set(before.keys).union(after.keys)
    self.all = visits.compactMap { visit -> Change? in
      let (was, now) = (before[visit], after[visit])
      return Self.isSame(was, now) ? nil : Change(visit: visit, was: was, now: now)
    }
    .sorted { a, b in
      guard let left = a.now ?? a.was, let right = b.now ?? b.was else { return a.visit < b.visit }
      return (left.date, left.start, a.visit) < (right.date, right.start, b.visit)
    }
  }

  private static func bookings(_ answer: RotaAnswer, _ problem: RotaProblem) -> [VisitID: Booking] {
    var bookings: [VisitID: Booking] = [:]
    for placement in PlacedRota(answer, of: problem).placements {
      let visit = problem.visits[placement.visit]
      bookings[visit.id] = Booking(
        staff: placement.staff.map { problem.staff[$0].id },
        date: problem.horizon.start.adding(days: placement.day),
        start: placement.start,
        end: placement.end,
        place: visit.place,
        kind: visit.kind
      )
    }
    return bookings
  }

  private static func isSame(_ a: Booking?, _ b: Booking?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return Set(a.staff) == Set(b.staff) && (a.date, a.start, a.end) == (b.date, b.start, b.end)
      && (a.place, a.kind) == (b.place, b.kind)
  }
}
