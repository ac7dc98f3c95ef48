// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import SchedulingSolver
public import Storage
public import Vocabulary

/// Finds ways to go on with a week whose rota people hold, after something has happened, and keeps them as they
/// were shown, so that one of them can be accepted. The rota that people hold stays until one is published.
///
/// The problem is made from the records as they are now, so what was written down since the rota was published
/// (an absence, a visit that is asked for) counts without being named again.
public enum RepairRota: Operation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    /// Days are counted from the week's Monday.
    public let disruptions: [Disruption]
    /// From when on the week may change; visits that began before stay as they were. `nil`: all of it.
    public let from: RotaProblem.Moment?
    public let options: RepairOptions

    public init(
      week: SchoolWeek, disruptions: [Disruption], from: RotaProblem.Moment? = nil,
      options: RepairOptions = RepairOptions()
    ) {
      self.week = week
      self.disruptions = disruptions
      self.from = from
      self.options = options
    }
  }

  public struct Output: Sendable {
    public let id: RepairID
    /// The rota that people hold.
    public let held: RotaRecord
    public let repair: RotaRepair
    /// Who must be told, one list an alternative.
    public let calls: [CallList]
  }

  public static let name = "rota.repair"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let held = try await GetRota.run(.init(week: input.week, onlyPublished: true), in: practice, as: person)
    let added = input.disruptions.compactMap { disruption in
      if case .addition(let visit) = disruption { visit } else { nil }
    }
    let weekly = try await practice.store.read(as: person) { reading in
      for visit in added { try reading.check(added: visit, in: input.week) }
      let history = try reading.weeksBehind(input.week, practice).history
      return try reading.weeklyRota(input.week, practice.rules, after: history, also: added.map(\.place))
    }
    let repair = try await RotaRepairer.repair(
      try weekly.problem.disrupted(by: input.disruptions), leftOut: Set(held.answer.unassigned.map(\.visit)),
      from: input.from, options: input.options)
    let lines = input.disruptions.map { $0.text(in: repair.problem.horizon) }
    let id = RepairID(practice.newID())
    let texts = try repair.alternatives.map { try practice.rotaFormat.write(repair.problem, $0.answer) }
    let calls = try await practice.store.write(as: person) { records in
      try records.put(
        zip(repair.alternatives, texts).enumerated().map { position, made in
          RepairProposalRecord(
            repair: id, number: position + 1, held: held.record.id, disruptions: lines, problem: made.1.problem,
            answer: made.1.answer, cost: made.0.verdict.cost.total, seed: Int(clamping: input.options.seed),
            travelStatement: weekly.travel.statement.text, by: person.name, at: records.now)
        })
      return try Self.calls(repair, records)
    }
    return Output(id: id, held: held.record, repair: repair, calls: calls)
  }

  /// Whom the changed visits are for is shown once, and leaves that trace.
  private static func calls(_ repair: RotaRepair, _ records: Records) throws -> [CallList] {
    let changed = Set(repair.alternatives.flatMap { $0.changes.changes.map(\.visit) })
    let children = try records.children(of: changed)
    return repair.alternatives.map { CallList($0.changes, children: children) }
  }
}
