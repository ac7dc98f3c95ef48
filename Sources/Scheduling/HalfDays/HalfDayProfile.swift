// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Someone who might help out for half a day: a role as it usually is in the team, where one is missing with a
/// skill more.
public struct HalfDayProfile: Sendable, Hashable {
  public let role: String
  /// What at least half of the role's people can do, and ``extraSkill``.
  public let skills: Set<String>
  /// A skill that left-out visits need and that no role usually has; `nil` for a role as it is.
  public let extraSkill: String?
  /// Where most shifts of the role begin and end; of equals the place that stands first.
  let base: PlaceID
  /// The role's middle limit of visit minutes a day, by the length of half a day; `nil` = none.
  let contactMinutes: Int?
  let rest: RotaProblem.Break?

  /// The profiles that could do a slot of one of the visits, roles in order of name, then skills.
  ///
  /// - Parameter visits: positions of the visits that are left out.
  public static func all(for visits: [Int], in problem: RotaProblem) -> [HalfDayProfile] {
    let working = problem.staff.filter { !$0.shifts.isEmpty }
    let teams = Dictionary(grouping: working, by: \.role)
    let roles = teams.keys.sorted()
    let usual = roles.map { Self(role: $0, team: teams[$0] ?? [], extra: nil, in: problem) }
    let needed = Set(visits.flatMap { problem.visits[$0].slots.flatMap { $0 } })
    let common = usual.reduce(into: Set<String>()) { $0.formUnion($1.skills) }
    let rare = needed.subtracting(common).sorted().compactMap { skill -> HalfDayProfile? in
      let role = roles.max { a, b in
        let (left, right) = (Self.having(skill, teams[a]), Self.having(skill, teams[b]))
        return left == right ? a > b : left < right
      }
      return role.map { Self(role: $0, team: teams[$0] ?? [], extra: skill, in: problem) }
    }
    return (usual + rare).filter { profile in
      visits.contains { problem.visits[$0].slots.contains { $0.isSubset(of: profile.skills) } }
    }
  }

  /// First by who has the skill, then by the size of the team.
  private static func having(_ skill: String, _ team: [RotaProblem.Staff]?) -> Int {
    (team ?? []).reduce(0) { $0 + ($1.skills.contains(skill) ? RotaProblem.Limit.staff : 1) }
  }

  private init(role: String, team: [RotaProblem.Staff], extra: String?, in problem: RotaProblem) {
    let all = team.reduce(into: Set<String>()) { $0.formUnion($1.skills) }
    let usual = all.filter { skill in 2 * team.count { $0.skills.contains(skill) } >= team.count }
    let shifts = team.flatMap(\.shifts)
    var places: [PlaceID: Int] = [:]
    for shift in shifts { places[shift.from, default: 0] += 1 }
    let base = problem.places.map(\.id).max { (places[$0] ?? 0) < (places[$1] ?? 0) }
    let length = Self.middle(shifts.map { $0.end - $0.start }) ?? 0
    let half = HalfDay.morning.hours.count
    self.role = role
    self.skills = usual.union(extra.map { [$0] } ?? [])
    self.extraSkill = extra
    self.base = base ?? PlaceID("")
    self.contactMinutes = Self.middle(team.compactMap(\.contactMinutes)).map {
      length > half ? $0 * half / length : $0
    }
    self.rest = team.compactMap(\.rest).first
  }

  /// The lower middle value.
  private static func middle(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }

  /// `a practitioner (group, screen)`
  public var words: String {
    let article = self.role.first.map { "aeiou".contains($0.lowercased()) } ?? false ? "an" : "a"
    let role = self.role.isEmpty ? "a person" : "\(article) \(self.role)"
    return self.skills.isEmpty ? role : "\(role) (\(self.skills.sorted().joined(separator: ", ")))"
  }

  /// The person for half of a day.
  public func change(on day: Int, _ half: HalfDay, in problem: RotaProblem) -> ExtraHalfDay {
    var id = "extra"
    while problem.staffIndex[StaffID(id)] != nil { id += "+" }
    let hours = half.hours
    let shift = RotaProblem.Shift(
      day: day,
      start: hours.lowerBound,
      end: hours.upperBound,
      from: self.base,
      to: self.base
    )
    return ExtraHalfDay(
      RotaProblem.Staff(
        id: StaffID(id),
        name: self.words,
        role: self.role,
        skills: self.skills,
        shifts: [shift],
        contactMinutes: self.contactMinutes,
        rest: self.rest
      )
    )
  }
}
