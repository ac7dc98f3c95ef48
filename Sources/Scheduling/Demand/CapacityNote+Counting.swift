// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension CapacityNote {
  init(visits: [DemandVisit], staff: [DemandInputs.Person]) {
    var wanted: [[String]: (visits: Set<VisitID>, minutes: Int)] = [:]
    for visit in visits {
      for slot in visit.slots {
        wanted[slot.sorted(), default: ([], 0)].visits.insert(visit.id)
        wanted[slot.sorted(), default: ([], 0)].minutes += visit.minutes
      }
    }
    self.lines = wanted.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { skills, sum in
      let able = staff.filter { $0.skills.isSuperset(of: skills) }
      return Line(
        skills: skills,
        visits: sum.visits.count,
        wanted: sum.minutes,
        people: able.count,
        carried: able.reduce(0) { $0 + $1.minutes }
      )
    }
    self.wanted = visits.reduce(0) { $0 + $1.minutes * $1.slots.count }
    self.carried = staff.reduce(0) { $0 + $1.minutes }
  }

  /// How many person-minutes cannot be carried at the least; 0 when the week may fit.
  public var shortfall: Int {
    max(0, self.wanted - self.carried, self.lines.map { $0.wanted - $0.carried }.max() ?? 0)
  }

  /// One line a combination of skills, then the whole.
  public var description: String {
    let lines = self.lines.map { line in
      "\(line.skills.isEmpty ? "anyone" : line.skills.joined(separator: " + ")): \(counted(line.visits, "visit")), "
        + "\(Self.hours(line.wanted)) wanted; \(counted(line.people, "person", "people")) "
        + "with about \(Self.hours(line.carried))\(Self.missing(line.wanted - line.carried))"
    }
    let whole =
      "all: \(Self.hours(self.wanted)) wanted; the team carries about "
      + "\(Self.hours(self.carried))\(Self.missing(self.wanted - self.carried))"
    return (lines + [whole]).joined(separator: "\n")
  }

  private static func missing(_ minutes: Int) -> String {
    minutes > 0 ? ": at least \(self.hours(minutes)) will be left out" : ""
  }

  /// `12 h 05`.
  private static func hours(_ minutes: Int) -> String { "\(minutes / 60) h \(padded(minutes % 60, to: 2))" }
}
