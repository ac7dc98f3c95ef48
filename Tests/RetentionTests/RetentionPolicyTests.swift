// SPDX-License-Identifier: Apache-2.0

import Retention
import Testing
import Vocabulary

private func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

@Suite struct RetentionPolicyTests {
  static let health = RetentionClass(
    id: "health", title: "Health", birthday: 25, lateEnd: .init(age: 17, birthday: 26), yearsAfterDeath: 8)
  static let education = RetentionClass(id: "education", title: "Education", birthday: 31)

  private func policy(_ classes: RetentionClass...) -> RetentionPolicy {
    RetentionPolicy(id: "p", title: "P", source: "s", dated: day("2026-01-01"), classes: classes)
  }

  struct Case: Sendable {
    let born: String
    var seen: String?
    var died: String?
    let due: String
  }

  @Test(arguments: [
    Case(born: "2021-10-31", due: "2046-10-31"),
    Case(born: "2021-10-31", seen: "2026-11-30", due: "2046-10-31"),
    Case(born: "2008-03-05", seen: "2025-03-04", due: "2033-03-05"),
    Case(born: "2008-03-05", seen: "2025-03-05", due: "2034-03-05"),
    Case(born: "2008-03-05", seen: "2026-03-04", due: "2034-03-05"),
    Case(born: "2008-03-05", seen: "2026-03-05", due: "2033-03-05"),
    Case(born: "2021-10-31", seen: "2026-11-30", died: "2027-01-15", due: "2035-01-15"),
    Case(born: "2008-03-05", seen: "2025-06-01", died: "2026-02-28", due: "2034-02-28"),
    Case(born: "2020-02-29", due: "2045-03-01"),
    Case(born: "2020-02-28", due: "2045-02-28"),
    Case(born: "2021-10-31", died: "2028-02-29", due: "2036-02-29"),
  ])
  func theHealthRuleGivesTheDay(_ row: Case) {
    let facts = RetentionFacts(born: day(row.born), lastSeen: row.seen.map(day), died: row.died.map(day))
    #expect(self.policy(Self.health).dueOn(facts) == day(row.due))
  }

  @Test func theClassThatIsKeptLongestDecides() {
    let facts = RetentionFacts(born: day("2021-10-31"), died: day("2027-01-15"))
    #expect(self.policy(Self.health, Self.education).dueOn(facts) == day("2052-10-31"))
    #expect(self.policy(Self.education, Self.health).dueOn(facts) == day("2052-10-31"))
  }
}
