// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A rota after an edit, judged whole: every rule at once, and what the edit costs.
public struct EditedRota: Sendable, Hashable {
  /// With the pin that the edit set or took away.
  public let problem: RotaProblem
  /// Breaks lie anew on the days that the edit touches, wherever they fit; on all others they stay.
  public let answer: RotaAnswer
  /// Every breach, those that were there before the edit among them.
  public let verdict: RotaVerdict
  /// What the rota cost before.
  public let before: RotaCost
  /// The visits the edit named, each as it was and as it is; `nil` when left out.
  public let moves: [Move]

  public struct Move: Sendable, Hashable {
    public let visit: VisitID
    public let before: RotaAnswer.Assignment?
    public let after: RotaAnswer.Assignment?
  }

  /// What the edit adds, term by term; negative where it saves.
  public var difference: RotaCost { self.verdict.cost - self.before }

  public var isAllowed: Bool { self.verdict.isFeasible }

  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown`; `rota.edit-incomplete` when a visit that is left out is
  ///   moved without people, day and start, or pinned to where it stands, or swapped with another such;
  ///   `rota.day-unknown`; `rota.problem-invalid` for a pin to people that the problem does not have.
  public init(_ edit: RotaEdit, of answer: RotaAnswer, in problem: RotaProblem) throws {
    let draft = try Self.draft(edit, answer, problem)
    var placed = answer.assignments
    for move in draft.moves where move.before != move.after {
      let position = placed.firstIndex { $0.visit == move.visit }
      switch (position, move.after) {
      case (let position?, let after?): placed[position] = after
      case (let position?, nil): placed.remove(at: position)
      case (nil, let after?): placed.append(after)
      case (nil, nil): continue
      }
    }
    let isPlaced = Set(placed.map(\.visit))
    var unassigned = answer.unassigned.filter { !isPlaced.contains($0.visit) }
    for move in draft.moves where move.before != nil && move.after == nil {
      unassigned.append(RotaAnswer.LeftOut(visit: move.visit, reason: "it was taken out by hand for another visit"))
    }
    var edited = RotaAnswer(
      problem: answer.problem,
      assignments: placed,
      breaks: Self.breaks(draft.moves, answer, placed, draft.problem),
      unassigned: unassigned
    )
    self.before = RotaReferee.check(answer, of: problem).cost
    self.verdict = RotaReferee.check(edited, of: draft.problem)
    edited.cost = self.verdict.cost.total
    self.problem = draft.problem
    self.answer = edited
    self.moves = draft.moves
  }

  private static func breaks(
    _ moves: [Move],
    _ answer: RotaAnswer,
    _ placed: [RotaAnswer.Assignment],
    _ problem: RotaProblem
  ) -> [RotaAnswer.Rest] {
    struct PersonDay: Hashable {
      let staff: StaffID
      let day: Int
    }
    let touched = Set(
      moves.filter { $0.before != $0.after }.flatMap { [$0.before, $0.after] }.compactMap { $0 }.flatMap { assignment in
        assignment.staff.map { PersonDay(staff: $0, day: assignment.day) }
      })
    let isTouched = { (rest: RotaAnswer.Rest) in touched.contains(PersonDay(staff: rest.staff, day: rest.day)) }
    return answer.breaks.filter { !isTouched($0) } + problem.breaks(for: placed).filter(isTouched)
  }
}

extension Fault.Code {
  public static let rotaEditIncomplete = Fault.Code("rota.edit-incomplete", .badInput)
}
