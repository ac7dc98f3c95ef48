// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// How long one class of records is kept.
public struct RetentionClass: Sendable, Hashable {
  /// Another birthday for those who were of an age when they were last seen.
  public struct LateEnd: Sendable, Hashable {
    /// In completed years.
    public let age: Int
    public let birthday: Int

    public init(age: Int, birthday: Int) {
      self.age = age
      self.birthday = birthday
    }
  }

  public let id: String
  public let title: String
  /// Kept to this birthday.
  public let birthday: Int
  public let lateEnd: LateEnd?
  /// Years after a death, in place of the birthday; `nil` when a death changes nothing.
  public let yearsAfterDeath: Int?

  public init(id: String, title: String, birthday: Int, lateEnd: LateEnd? = nil, yearsAfterDeath: Int? = nil) {
    self.id = id
    self.title = title
    self.birthday = birthday
    self.lateEnd = lateEnd
    self.yearsAfterDeath = yearsAfterDeath
  }

  /// The first day on which a record of the class may go.
  func dueOn(_ facts: RetentionFacts) -> CivilDate {
    if let died = facts.died, let years = self.yearsAfterDeath { return died.anniversary(years) }
    guard let lateEnd = self.lateEnd, let seen = facts.lastSeen, facts.born.anniversary(lateEnd.age) <= seen,
      seen < facts.born.anniversary(lateEnd.age + 1)
    else { return facts.born.anniversary(self.birthday) }
    return facts.born.anniversary(lateEnd.birthday)
  }
}

extension CivilDate {
  /// The same day `years` later; for 29 February in a common year 1 March, so that nothing falls due early.
  fileprivate func anniversary(_ years: Int) -> CivilDate {
    let day = self.adding(months: 12 * years)
    return day.day == self.day ? day : day.adding(days: 1)
  }
}
