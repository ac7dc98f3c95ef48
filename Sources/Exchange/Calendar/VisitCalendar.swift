// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One person's visits of a week as an iCalendar file (RFC 5545), to open in any calendar.
///
/// An event says where, what kind of work and how long; no child is named. Its UID is made of the ids of
/// visit and person, so that opening a later version moves the event in place of adding one.
public struct VisitCalendar: Sendable {
  public struct Event: Sendable, Hashable {
    /// `nil`: the break of the day.
    public let visit: VisitID?
    public let date: CivilDate
    /// Minutes past midnight in England.
    public let start: Int
    public let minutes: Int
    public let kind: String
    public let place: String
    public let coordinate: Coordinate?
    /// The names of the others in a joint visit.
    public let with: [String]
    /// Whether the event was on an earlier version and is on the person's rota no more; it keeps its last time.
    public var isCancelled: Bool
    /// How often the event has changed since it was first published, from 0; calendars keep the highest.
    public var sequence: Int
    /// When it last changed; `nil`: with this version.
    public var changed: Instant?

    public init(
      visit: VisitID,
      date: CivilDate,
      start: Int,
      minutes: Int,
      kind: String,
      place: String,
      coordinate: Coordinate? = nil,
      with: [String] = [],
      isCancelled: Bool = false,
      sequence: Int = 0,
      changed: Instant? = nil
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
      self.sequence = sequence
      self.changed = changed
    }

    /// The break of a day.
    public init(breakOn date: CivilDate, start: Int, minutes: Int) {
      self.visit = nil
      self.date = date
      self.start = start
      self.minutes = minutes
      self.kind = "break"
      self.place = ""
      self.coordinate = nil
      self.with = []
      self.isCancelled = false
      self.sequence = 0
      self.changed = nil
    }
  }

  public let staff: StaffID
  /// The calendar's name: person and week.
  public let name: String
  /// Who sends it, by name: the area or the team.
  public let organizer: String
  /// When this version was made: the DTSTAMP of every event.
  public let stamp: Instant
  public var events: [Event]

  public init(staff: StaffID, name: String, organizer: String, stamp: Instant, events: [Event]) {
    self.staff = staff
    self.name = name
    self.organizer = organizer
    self.stamp = stamp
    self.events = events
  }
}
