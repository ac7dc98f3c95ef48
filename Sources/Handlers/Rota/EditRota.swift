// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Storage
import Vocabulary

/// Changes a rota by hand: every rule is checked at once, and the edited rota is kept as a new draft only when that
/// is asked for and no rule is broken. Changes count against the rota that people hold.
public enum EditRota: Operation {
  public struct Input: Sendable {
    public let rota: GetRota.Input
    public let edit: RotaEdit
    public let apply: Bool

    public init(rota: GetRota.Input, edit: RotaEdit, apply: Bool) {
      self.rota = rota
      self.edit = edit
      self.apply = apply
    }
  }

  public struct Output: Sendable {
    public let edited: EditedRota
    /// The new draft; `nil` when the edit was only looked at, or breaks a rule.
    public let draft: KeptRota?
  }

  public static let name = "rota.edit"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let kept = try await GetRota.run(input.rota, in: practice, as: person)
    let week = kept.record.week
    let held = try await practice.store.read(as: person) { reading in
      try reading.publishedRota(for: week).map { try reading.wholeAssignments(of: $0) }
    }
    let problem = try kept.problem.replacing(published: held ?? [])
    let edited = try EditedRota(input.edit, of: kept.answer, in: problem)
    guard input.apply, edited.isAllowed else { return Output(edited: edited, draft: nil) }
    let draft = RotaDraft(
      id: RotaID(practice.newID()), week: week, problem: edited.problem, answer: edited.answer,
      text: try practice.rotaFormat.write(edited.problem, edited.answer), cost: edited.verdict.cost.total,
      seed: kept.record.seed, travelStatement: kept.record.travelStatement)
    let rota = try await practice.store.write(as: person) { records in
      let rota = try draft.keep(in: records)
      try Self.keepPin(of: input.edit, edited.problem, records)
      return rota
    }
    return Output(edited: edited, draft: rota)
  }

  private static func keepPin(of edit: RotaEdit, _ problem: RotaProblem, _ records: Records) throws {
    switch edit {
    case .pin(let visit, _, _, _):
      guard let pin = problem.visitIndex[visit].flatMap({ problem.visits[$0].pin }) else { return }
      try records.put(
        VisitPinRecord(
          visit: visit, staff: pin.staff ?? [], day: pin.day.map { problem.horizon.start.adding(days: $0) },
          start: pin.start, by: records.principal.name, at: records.now))
    case .unpin(let visit):
      if try records.pin(of: visit) != nil { try records.removePin(of: visit) }
    case .move, .swap: return
    }
  }
}
