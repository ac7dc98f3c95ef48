// SPDX-License-Identifier: Apache-2.0

extension NormTable {
  /// L, M and S at an age, with the indices of the rows they come from (equal when one row serves).
  struct Reading {
    let lms: LMS
    let rows: (Int, Int)
  }

  /// L, M and S as the table interpolates them: on straight lines between the two rows around `ageMonths`, on cubics
  /// through four rows, or of the row at or before it. `nil` outside the table's ages: nothing is extrapolated.
  func reading(atMonths ageMonths: Double) -> Reading? {
    guard let last = self.rows.last, ageMonths <= last.ageMonths,
      let above = self.rows.firstIndex(where: { $0.ageMonths >= ageMonths })
    else { return nil }
    let upper = self.rows[above]
    if upper.ageMonths == ageMonths {
      return Reading(lms: LMS(l: upper.l, m: upper.m, s: upper.s), rows: (above, above))
    }
    guard above > 0 else { return nil }
    let lower = self.rows[above - 1]
    switch self.interpolate {
    case .none: return Reading(lms: LMS(l: lower.l, m: lower.m, s: lower.s), rows: (above - 1, above - 1))
    case .cubic:
      let first = max(0, min(above - 2, self.rows.count - 4))
      let rows = self.rows[first..<min(first + 4, self.rows.count)]
      let lms = LMS(
        l: lagrange(rows.map { ($0.ageMonths, $0.l) }, at: ageMonths),
        m: lagrange(rows.map { ($0.ageMonths, $0.m) }, at: ageMonths),
        s: lagrange(rows.map { ($0.ageMonths, $0.s) }, at: ageMonths)
      )
      return Reading(lms: lms, rows: (rows.startIndex, rows.endIndex - 1))
    case .linear: break
    }
    let part = (ageMonths - lower.ageMonths) / (upper.ageMonths - lower.ageMonths)
    let lms = LMS(
      l: lower.l + (upper.l - lower.l) * part,
      m: lower.m + (upper.m - lower.m) * part,
      s: lower.s + (upper.s - lower.s) * part
    )
    return Reading(lms: lms, rows: (above - 1, above))
  }
}
