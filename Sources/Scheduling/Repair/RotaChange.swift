// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What becomes different for one visit between the rota that people hold and another.
public struct RotaChange: Sendable, Hashable {
  /// A visit that stays on the rota may change in several ways at once.
  public enum Kind: String, Sendable, CaseIterable {
    /// Another list of people.
    case people
    case day
    /// The same day, and a start more than 15 minutes earlier or later.
    case start
    /// It was held and no longer takes place.
    case dropped
    /// It was not held and takes place.
    case new
  }

  public let visit: VisitID
  /// `nil` for a visit that the problem no longer has.
  public let place: PlaceID?
  /// Never empty; in the order of the kinds.
  public let kinds: [Kind]
  /// As people hold it; `nil` for a new visit.
  public let before: RotaAnswer.Assignment?
  /// `nil` for a dropped visit.
  public let after: RotaAnswer.Assignment?
  /// Why a dropped visit has no place.
  public let reason: String?
  /// The points it costs by the problem's own `changed` weights; the visit's weight when it is dropped, 0
  /// when it is new.
  public let points: Int

  /// The people who have to be told: those who had it and those who have it, each once.
  public var staff: [StaffID] {
    var staff: [StaffID] = []
    for person in (self.before?.staff ?? []) + (self.after?.staff ?? []) where !staff.contains(person) {
      staff.append(person)
    }
    return staff
  }
}

extension RotaChange {
  /// `nil` when the visit stays as people hold it.
  init?(
    _ visit: VisitID,
    from before: RotaAnswer.Assignment?,
    to after: RotaAnswer.Assignment?,
    reason: String?,
    in problem: RotaProblem
  ) {
    let asked = problem.visitIndex[visit].map { problem.visits[$0] }
    var kinds: [Kind] = []
    var points = 0
    switch (before, after) {
    case (nil, nil): return nil
    case (nil, _?): kinds = [.new]
    case (_?, nil): (kinds, points) = ([.dropped], asked?.weight ?? 0)
    case (let before?, let after?):
      let weights = problem.weights
      if before.staff != after.staff { (kinds, points) = (kinds + [.people], points + weights.changedStaff) }
      if before.day != after.day {
        (kinds, points) = (kinds + [.day], points + weights.changedDay)
      } else if abs(before.start - after.start) > ChangedStartCost.tolerance {
        (kinds, points) = (kinds + [.start], points + weights.changedStart)
      }
      if kinds.isEmpty { return nil }
    }
    self.visit = visit
    self.place = asked?.place
    self.kinds = kinds
    self.before = before
    self.after = after
    self.reason = reason
    self.points = points
  }
}
