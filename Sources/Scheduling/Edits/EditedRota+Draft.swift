// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension EditedRota {
  /// What an edit asks for, before it is judged.
  typealias Draft = (problem: RotaProblem, moves: [Move])

  static func draft(_ edit: RotaEdit, _ answer: RotaAnswer, _ problem: RotaProblem) throws -> Draft {
    switch edit {
    case .pin(let id, let staff, let day, let start):
      let day = try day?.index(in: problem.horizon)
      return try self.pin(id, RotaProblem.Pin(staff: staff, day: day, start: start), answer, problem)
    case .unpin(let id):
      let held = try self.held(id, answer, problem)
      return (try self.pinning(id, to: nil, in: problem), [Move(visit: id, before: held, after: held)])
    case .move(let id, let staff, let day, let start):
      let day = try day?.index(in: problem.horizon)
      return (problem, [try self.move(id, staff, day, start, answer, problem)])
    case .swap(let first, let second):
      guard first != second else {
        throw Fault(
          .rotaEditIncomplete, "a visit can't be swapped with itself", at: "visit \(first)", maybe: "name two visits")
      }
      let (one, two) = (try self.held(first, answer, problem), try self.held(second, answer, problem))
      guard one != nil || two != nil else {
        throw Fault(
          .rotaEditIncomplete, "neither visit is on the rota", at: "visits \(first) and \(second)",
          maybe: "put one in with 'elsec rota move'")
      }
      return (
        problem,
        [
          Move(visit: first, before: one, after: two?.of(first)),
          Move(visit: second, before: two, after: one?.of(second)),
        ]
      )
    }
  }

  /// A pin moves the visit to what it fixes; one that is left out stays so until the next plan.
  private static func pin(
    _ id: VisitID,
    _ wanted: RotaProblem.Pin,
    _ answer: RotaAnswer,
    _ problem: RotaProblem
  ) throws -> Draft {
    let held = try self.held(id, answer, problem)
    var pin = wanted
    if wanted.staff == nil, wanted.day == nil, wanted.start == nil {
      guard let held else {
        throw Fault(
          .rotaEditIncomplete, "the visit is left out, so there is no place to pin it to", at: "visit \(id)",
          maybe: "say what to fix: --staff, --day, --start")
      }
      pin = RotaProblem.Pin(staff: held.staff, day: held.day, start: held.start)
    }
    let after = held.map {
      RotaAnswer.Assignment(
        visit: id, staff: pin.staff ?? $0.staff, day: pin.day ?? $0.day, start: pin.start ?? $0.start)
    }
    return (try self.pinning(id, to: pin, in: problem), [Move(visit: id, before: held, after: after)])
  }

  private static func move(
    _ id: VisitID,
    _ staff: [StaffID]?,
    _ day: Int?,
    _ start: Int?,
    _ answer: RotaAnswer,
    _ problem: RotaProblem
  ) throws -> Move {
    let held = try self.held(id, answer, problem)
    guard let staff = staff ?? held?.staff, let day = day ?? held?.day, let start = start ?? held?.start else {
      throw Fault(
        .rotaEditIncomplete, "the visit is left out; putting it in takes people, day and start", at: "visit \(id)",
        maybe: "give --staff, --day and --start")
    }
    return Move(
      visit: id, before: held, after: RotaAnswer.Assignment(visit: id, staff: staff, day: day, start: start))
  }

  private static func held(
    _ id: VisitID,
    _ answer: RotaAnswer,
    _ problem: RotaProblem
  ) throws -> RotaAnswer.Assignment? {
    guard problem.visitIndex[id] != nil else {
      throw Fault(.rotaVisitUnknown, "there is no visit '\(id)' on the rota", maybe: "see 'elsec rota show'")
    }
    return answer.assignments.first { $0.visit == id }
  }

  private static func pinning(
    _ id: VisitID,
    to pin: RotaProblem.Pin?,
    in problem: RotaProblem
  ) throws -> RotaProblem {
    try problem.replacing(visits: problem.visits.map { $0.id == id ? $0.replacing(pin: pin) : $0 })
  }
}

extension RotaAnswer.Assignment {
  fileprivate func of(_ visit: VisitID) -> Self {
    Self(visit: visit, staff: self.staff, day: self.day, start: self.start)
  }
}
