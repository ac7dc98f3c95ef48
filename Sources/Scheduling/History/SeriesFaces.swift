// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Who has seen one series.
public struct SeriesFaces: Sendable, Hashable {
  public private(set) var lastDay: CivilDate
  /// Who held the latest session, in the order of its slots.
  public private(set) var last: [StaffID]
  /// Sessions that were held.
  public private(set) var held = 0
  /// Of those, by person.
  public private(set) var sessions: [StaffID: Int] = [:]

  init(lastDay: CivilDate, last: [StaffID]) {
    self.lastDay = lastDay
    self.last = last
  }

  /// How many different people the children have met.
  public var faces: Int { self.sessions.count }

  /// Days come in order.
  mutating func add(_ staff: [StaffID], on day: CivilDate) {
    self.lastDay = day
    self.last = staff
    self.held += 1
    for person in Set(staff) { self.sessions[person, default: 0] += 1 }
  }
}
