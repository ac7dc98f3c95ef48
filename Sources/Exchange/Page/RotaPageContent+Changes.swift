// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

extension RotaPageContent {
  /// What is different from the rota that people held before, in words.
  public struct Changes: Sendable, Hashable {
    public struct Change: Sendable, Hashable {
      public let visit: VisitID
      public let kind: String
      public let place: String
      /// `Mon 30 Nov, 10:00 to 10:40, Asha`; `nil` when the visit is new.
      public let was: String?
      /// `nil` when it takes place no more.
      public let now: String?

      public init(visit: VisitID, kind: String, place: String, was: String?, now: String?) {
        self.visit = visit
        self.kind = kind
        self.place = place
        self.was = was
        self.now = now
      }
    }

    /// Someone to be told, by name, and of how many visits.
    public struct Concerned: Sendable, Hashable {
      public let name: String
      public let visits: Int

      public init(name: String, visits: Int) {
        self.name = name
        self.visits = visits
      }
    }

    /// Which rota it is compared with: `version 1, published by Helen on 2026-11-27 14:05`.
    public let since: String
    public let all: [Change]
    public let people: [Concerned]
    public let places: [Concerned]

    public init(since: String, all: [Change], people: [Concerned], places: [Concerned]) {
      self.since = since
      self.all = all
      self.people = people
      self.places = places
    }
  }
}

extension RotaPageContent.Changes {
  /// - Parameter since: see ``since``.
  public init(
    since: String,
    from held: RotaAnswer,
    of heldProblem: RotaProblem,
    to answer: RotaAnswer,
    of problem: RotaProblem
  ) {
    let changes = RevisionChanges(from: held, of: heldProblem, to: answer, of: problem).all
    let (before, after) = (RotaTable(held, of: heldProblem), RotaTable(answer, of: problem))
    func person(_ id: StaffID) -> String {
      (problem.staffIndex[id] == nil ? before : after).staffName(id)
    }
    func place(_ id: PlaceID) -> String {
      (problem.placeIndex[id] == nil ? before : after).placeName(id)
    }
    func words(_ booking: RevisionChanges.Booking) -> String {
      let hours = "\(clock(booking.start)) to \(clock(booking.end))"
      let names = booking.staff.map { person($0) }.joined(separator: " and ")
      return "\(PageWords.short(booking.date)), \(hours), \(names)"
    }
    self.init(
      since: since,
      all: changes.map { change in
        let booking = change.now ?? change.was
        return Change(
          visit: change.visit,
          kind: booking?.kind ?? "",
          place: change.places.reversed().map { place($0) }.joined(separator: ", before that "),
          was: change.was.map { words($0) },
          now: change.now.map { words($0) }
        )
      },
      people: Self.concerned(changes.flatMap(\.staff), person),
      places: Self.concerned(changes.flatMap(\.places), place)
    )
  }

  /// By name, each with how often it stands in `ids`.
  private static func concerned<Tag>(_ ids: [ID<Tag>], _ name: (ID<Tag>) -> String) -> [Concerned] {
    ids.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      .map { (id: $0.key, concerned: Concerned(name: name($0.key), visits: $0.value)) }
      .sorted { ($0.concerned.name, $0.id) < ($1.concerned.name, $1.id) }.map(\.concerned)
  }
}
