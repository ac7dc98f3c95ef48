// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// All shifts of all people in one list, person by person.
struct ShiftTable {
  let shifts: [(person: Int, shift: RotaProblem.Shift)]
  /// Positions in `shifts` by day.
  let onDay: [[Int]]

  init(_ problem: RotaProblem) {
    var shifts: [(person: Int, shift: RotaProblem.Shift)] = []
    var onDay = [[Int]](repeating: [], count: problem.horizon.days)
    for (person, staff) in problem.staff.enumerated() {
      for shift in staff.shifts {
        onDay[shift.day].append(shifts.count)
        shifts.append((person, shift))
      }
    }
    self.shifts = shifts
    self.onDay = onDay
  }

  /// People with shifts, by role, for roles with at least two of them; none when balance weighs nothing.
  func comparedRoles(of problem: RotaProblem) -> [[Int]] {
    guard problem.weights.balance > 0 else { return [] }
    var names: [String: Int] = [:]
    var groups: [[Int]] = []
    for (person, staff) in problem.staff.enumerated() where !staff.shifts.isEmpty {
      if let group = names[staff.role] {
        groups[group].append(person)
      } else {
        names[staff.role] = groups.count
        groups.append([person])
      }
    }
    return groups.filter { $0.count > 1 }
  }
}
