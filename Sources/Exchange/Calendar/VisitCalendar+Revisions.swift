// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension VisitCalendar {
  /// One version of a week's rota as people held it.
  public struct Revision: Sendable {
    public let content: RotaPageContent
    /// When it was published; of a draft, when it was made.
    public let stamp: Instant

    public init(_ content: RotaPageContent, stamp: Instant) {
      self.content = content
      self.stamp = stamp
    }
  }

  /// The calendars of the last of `revisions`, one a person, in the order of its people; people of earlier versions
  /// who are on it no more follow, by id, if they had events.
  ///
  /// An event's sequence rises by one in every version that changes it, takes it away or brings it back, and stays in
  /// all others. What a person no longer has is told as cancelled in every version that follows.
  ///
  /// - Parameter revisions: all versions that were published, oldest first, then the one to write.
  public static func all(_ revisions: [Revision], withBreaks: Bool = false) -> [VisitCalendar] {
    guard let last = revisions.last else { return [] }
    var known: [StaffID: (name: String, events: [Key: Event])] = [:]
    for revision in revisions {
      for person in revision.content.people { known[person.id, default: ("", [:])].name = person.name }
      for staff in known.keys {
        let now = Self.events(of: staff, in: revision.content, withBreaks: withBreaks)
        known[staff]?.events.follow(now, at: revision.stamp)
      }
    }
    let present = last.content.people.map(\.id)
    let gone = known.filter { !$0.value.events.isEmpty }.keys.filter { !present.contains($0) }.sorted()
    return (present + gone).compactMap { staff in
      guard let (name, events) = known[staff] else { return nil }
      return VisitCalendar(
        staff: staff,
        name: "\(name), \(last.content.week)",
        organizer: last.content.area,
        stamp: last.stamp,
        events: events.values.sorted { $0.order < $1.order }
      )
    }
  }

  private static func events(
    of staff: StaffID,
    in content: RotaPageContent,
    withBreaks: Bool
  ) -> [Key: Event] {
    guard let person = content.people.first(where: { $0.id == staff }) else { return [:] }
    var events: [Key: Event] = [:]
    for (date, day) in zip(content.days, person.days) {
      for stretch in day?.stretches ?? [] {
        switch stretch.what {
        case .travel: continue
        case .rest where !withBreaks: continue
        case .rest:
          events[.rest(date)] = Event(breakOn: date, start: stretch.start, minutes: stretch.minutes)
        case .visit(let visit, let kind, let id, let others):
          let place = content.place(id)
          events[.visit(visit)] = Event(
            visit: visit,
            date: date,
            start: stretch.start,
            minutes: stretch.minutes,
            kind: kind,
            place: place?.name ?? id.rawValue,
            coordinate: place?.coordinate,
            with: others
          )
        }
      }
    }
    return events
  }

  /// What stays the same when an event moves.
  enum Key: Hashable {
    case visit(VisitID)
    case rest(CivilDate)
  }
}

extension [VisitCalendar.Key: VisitCalendar.Event] {
  /// Takes over the events of the next version.
  fileprivate mutating func follow(_ now: Self, at stamp: Instant) {
    for (key, event) in now {
      guard let old = self[key] else {
        self[key] = event.marked(0, stamp)
        continue
      }
      if !event.says(old) { self[key] = event.marked(old.sequence + 1, stamp) }
    }
    for (key, old) in self where now[key] == nil && !old.isCancelled {
      self[key] = old.marked(old.sequence + 1, stamp)
      self[key]?.isCancelled = true
    }
  }
}

extension VisitCalendar.Event {
  fileprivate func marked(_ sequence: Int, _ changed: Instant) -> Self {
    var event = self
    event.sequence = sequence
    event.changed = changed
    return event
  }

  /// Whether a reader of both sees no difference.
  fileprivate func says(_ other: Self) -> Bool {
    var same = other
    same.sequence = self.sequence
    same.changed = self.changed
    return same == self
  }

  fileprivate var order: (CivilDate, Int, String) {
    (self.date, self.start, self.visit?.rawValue ?? "")
  }
}
