// SPDX-License-Identifier: Apache-2.0

extension RotaProblem {
  /// The problem as it stands in the middle of its week: published visits that began before `minute` of `day`
  /// are pinned to their people, day and start, and nothing else may start before it.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` when a published visit that began names someone the
  ///   problem does not have.
  public func settled(before day: Int, minute: Int) throws -> RotaProblem {
    let begun = Dictionary(
      self.published.filter { ($0.day, $0.start) < (day, minute) }.map { ($0.visit, $0) },
      uniquingKeysWith: { first, _ in first })
    return try self.replacing(
      visits: self.visits.map { visit in
        if let held = begun[visit.id] {
          return visit.replacing(pin: Pin(staff: held.staff, day: held.day, start: held.start))
        }
        return visit.replacing(
          windows: visit.windows.compactMap { window in
            guard window.day <= day else { return window }
            let start = max(window.start, minute)
            guard window.day == day, start < window.end else { return nil }
            return Window(day: day, start: start, end: window.end)
          })
      })
  }
}
