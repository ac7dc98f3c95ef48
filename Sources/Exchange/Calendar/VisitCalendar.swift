// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One person's visits of a week as an iCalendar file (RFC 5545), to open in any calendar.
///
/// An event says where, what kind of work and how long; no child is named. Its UID is made of the ids of
/// visit and person, so that opening a later version moves the event in place of adding one.
public struct VisitCalendar: Sendable {
  public struct Event: Sendable, Hashable {
    public let visit: VisitID
    public let date: CivilDate
    /// Minutes past midnight in England.
    public let start: Int
    public let minutes: Int
    public let kind: String
    public let place: String
    public let coordinate: Coordinate?
    /// The names of the others in a joint visit.
    public let with: [String]
    /// Whether the visit was on an earlier version and is on the person's rota no more.
    public let isCancelled: Bool

    public init(
      visit: VisitID,
      date: CivilDate,
      start: Int,
      minutes: Int,
      kind: String,
      place: String,
      coordinate: Coordinate? = nil,
      with: [String] = [],
      isCancelled: Bool = false
    ) {
      self.visit = visit
      self.date = date
      self.start = start
      self.minutes = minutes
      self.kind = kind
      self.place = place
      self.coordinate = coordinate
      self.with = with
      self.isCancelled = isCancelled
    }
  }

  public let staff: StaffID
  /// The calendar's name: person and week.
  public let name: String
  /// When this version was made: the DTSTAMP of every event.
  public let stamp: Instant
  /// The version, from 0; calendars keep the event with the highest.
  public let sequence: Int
  public var events: [Event]

  public init(staff: StaffID, name: String, stamp: Instant, sequence: Int, events: [Event]) {
    self.staff = staff
    self.name = name
    self.stamp = stamp
    self.sequence = sequence
    self.events = events
  }

  /// The visits of one person on a rota. `nil` when the content does not have the person.
  public init?(of staff: StaffID, in content: RotaPageContent, stamp: Instant, sequence: Int) {
    guard let person = content.people.first(where: { $0.id == staff }) else { return nil }
    let places = Dictionary(content.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var events: [Event] = []
    for (date, day) in zip(content.days, person.days) {
      for stretch in day?.visits ?? [] {
        guard case .visit(let visit, let kind, let place, let others) = stretch.what else { continue }
        events.append(
          Event(
            visit: visit,
            date: date,
            start: stretch.start,
            minutes: stretch.minutes,
            kind: kind,
            place: places[place]?.name ?? place.rawValue,
            coordinate: places[place]?.coordinate,
            with: others
          )
        )
      }
    }
    self.init(
      staff: staff,
      name: "\(person.name), \(content.week)",
      stamp: stamp,
      sequence: sequence,
      events: events
    )
  }
}
