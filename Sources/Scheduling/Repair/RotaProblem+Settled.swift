// SPDX-License-Identifier: Apache-2.0

extension RotaProblem {
  /// A minute of one of the problem's days, counted from 0.
  public struct Moment: Sendable, Hashable {
    public let day: Int
    public let minute: Int

    public init(day: Int, minute: Int = 0) {
      self.day = day
      self.minute = minute
    }
  }

  /// Published visits of the problem that started before the moment.
  public func begun(before moment: Moment) -> [RotaAnswer.Assignment] {
    self.published.filter {
      ($0.day, $0.start) < (moment.day, moment.minute) && self.visitIndex[$0.visit] != nil
    }
  }

  /// The problem as it stands in the middle of its week: published visits that have begun are pinned to their people,
  /// day and start, and nothing else may start before the moment.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` when a published visit that began names someone the
  ///   problem does not have.
  public func settled(before moment: Moment) throws -> RotaProblem {
    let begun = Dictionary(
      self.begun(before: moment).map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    return try self.replacing(
      visits: self.visits.map { visit in
        if let held = begun[visit.id] {
          return visit.replacing(pin: Pin(staff: held.staff, day: held.day, start: held.start))
        }
        return visit.replacing(
          windows: visit.windows.compactMap { window in
            guard window.day <= moment.day else { return window }
            let start = max(window.start, moment.minute)
            guard window.day == moment.day, start < window.end else { return nil }
            return Window(day: window.day, start: start, end: window.end)
          })
      })
  }
}
