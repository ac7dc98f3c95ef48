// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Something that happens to a week whose rota people already hold. Days are those of the rota, hours are
/// minutes past midnight, and hours that are `nil` mean the whole day.
public enum Disruption: Sendable, Hashable {
  case absence(StaffID, day: Int, hours: Range<Int>?)
  case closure(PlaceID, day: Int, hours: Range<Int>?)
  case cancellation(VisitID)
  case addition(RotaProblem.Visit)
}

extension Disruption {
  /// One line for records and for people, the same for the same disruption: `absent p3@2026-12-01`,
  /// `closed s12@2026-12-01T09:00-12:00`, `cancelled v7`, `added v99`.
  public func text(in horizon: RotaProblem.Horizon) -> String {
    func when(_ name: String, _ day: Int, _ hours: Range<Int>?) -> String {
      let date = RotaDay.date(horizon.start.adding(days: day))
      return TimeAway(name: name, day: date, hours: hours)?.text ?? "\(name)@\(date)"
    }
    return switch self {
    case .absence(let staff, let day, let hours): "absent \(when(staff.rawValue, day, hours))"
    case .closure(let place, let day, let hours): "closed \(when(place.rawValue, day, hours))"
    case .cancellation(let visit): "cancelled \(visit)"
    case .addition(let visit): "added \(visit.id)"
    }
  }

  /// Reads what ``text(in:)`` wrote; an added visit is the one of `problem`.
  ///
  /// - Throws: ``Vocabulary/Fault`` `value.malformed`; `rota.day-unknown`; `rota.visit-unknown` for an added
  ///   visit that the problem does not have.
  public init(_ text: String, in problem: RotaProblem) throws {
    let words = text.split(separator: " ", maxSplits: 1)
    let what = words.count == 2 ? String(words[1]) : ""
    switch words.first {
    case "absent":
      let away = try TimeAway(validating: what)
      self = .absence(StaffID(away.name), day: try away.day.index(in: problem.horizon), hours: away.hours)
    case "closed":
      let away = try TimeAway(validating: what)
      self = .closure(PlaceID(away.name), day: try away.day.index(in: problem.horizon), hours: away.hours)
    case "cancelled" where !what.isEmpty: self = .cancellation(VisitID(what))
    case "added":
      guard let position = problem.visitIndex[VisitID(what)] else {
        throw Fault(.rotaVisitUnknown, "there is no visit '\(what)'")
      }
      self = .addition(problem.visits[position])
    default: throw Fault(.malformed, "a disruption begins with absent, closed, cancelled or added")
    }
  }
}
