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
    public let from: Start?
    public let options: RepairOptions

    public struct Start: Sendable {
      public let day: Int
      public let minute: Int

      public init(day: Int, minute: Int = 0) {
        self.day = day
        self.minute = minute
      }
    }

    public init(
      week: SchoolWeek, disruptions: [Disruption], from: Start? = nil, options: RepairOptions = RepairOptions()
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
    var problem = try weekly.problem.disrupted(by: input.disruptions)
    var settled: Set<VisitID> = []
    if let from = input.from {
      problem = try problem.settled(before: from.day, minute: from.minute)
      settled = Set(
        problem.published.filter { ($0.day, $0.start) < (from.day, from.minute) }.map(\.visit)
          .filter { problem.visitIndex[$0] != nil })
    }
    let repair = try await RotaRepairer.repair(
      problem, leftOut: Set(held.answer.unassigned.map(\.visit)), settled: settled, options: input.options)
    guard !repair.alternatives.isEmpty else {
      throw Fault(
        .notFound, "no rota was found that keeps the visits that have begun", at: "\(input.week)",
        maybe: "say a later --from, or check what was disrupted")
    }
    let lines = input.disruptions.map { $0.text(in: problem.horizon) }
    let id = RepairID(practice.newID())
    let texts = try repair.alternatives.map { try practice.rotaFormat.write(problem, $0.answer) }
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

  /// Whom the changed visits are for is shown once a visit, and leaves that trace.
  private static func calls(_ repair: RotaRepair, _ records: Records) throws -> [CallList] {
    let changed = Set(repair.alternatives.flatMap { $0.changes.changes.map(\.visit) }).sorted()
    var children: [VisitID: [ChildID]] = [:]
    for visit in changed where try records.visit(visit) != nil {
      children[visit] = try records.children(of: visit)
    }
    return repair.alternatives.map { CallList($0.changes, children: children) }
  }
}
