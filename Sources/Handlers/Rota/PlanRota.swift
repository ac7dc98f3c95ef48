// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import SchedulingSolver
public import Storage
public import Vocabulary

/// Makes a week's rota from the demand that is kept, and keeps it as a draft. Nothing is shown to those who
/// make visits before it is published.
public enum PlanRota: Operation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    public let options: SolverOptions
    /// Called while the search runs; `false` ends it with the best rota so far.
    public let progress: @Sendable (SolverProgress) -> Bool

    public init(
      week: SchoolWeek, options: SolverOptions,
      progress: @escaping @Sendable (SolverProgress) -> Bool = { _ in true }
    ) {
      self.week = week
      self.options = options
      self.progress = progress
    }
  }

  public struct Output: Sendable {
    public let rota: KeptRota
    /// Visits that could not even be asked for, such as at a setting that is closed.
    public let dropped: [RotaAnswer.LeftOut]
    /// What the rota leaves owed when its week ends.
    public let owed: OwedAtWeekEnd
  }

  public static let name = "rota.plan"
  public static let roles = Set<Role>.scheduling

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await self.plan(input, after: .published, owing: .draftsAhead, in: practice, as: person)
  }

  /// - Parameters:
  ///   - counted: the rotas of earlier weeks that say who knows whom and who has carried what.
  ///   - standing: those whose visits are taken as held in what is owed.
  static func plan(
    _ input: Input, after counted: CountedRotas, owing standing: CountedRotas, in practice: Practice,
    as person: Principal
  ) async throws -> Output {
    let weekly = try await Self.problem(of: input.week, after: counted, in: practice, as: person)
    let found = await RotaSolver.solve(weekly.problem, options: input.options, progress: input.progress)
    let draft = try Self.draft(found, of: weekly, in: input.week, seed: input.options.seed, practice)
    let kept = try await practice.store.write(as: person) { try draft.keep(in: $0) }
    let owed = try await practice.store.read(as: person) { try $0.owed(after: kept, practice, counting: standing) }
    return Output(rota: kept, dropped: weekly.dropped, owed: owed)
  }

  /// The week as it is to be planned now.
  static func problem(
    of week: SchoolWeek, after counted: CountedRotas, in practice: Practice, as person: Principal
  ) async throws -> WeeklyRota {
    try await practice.store.read(as: person) {
      let behind = try $0.weeksBehind(week, practice, counting: counted)
      return try $0.weeklyRota(week, practice.rules, after: behind.history)
    }
  }

  /// What a search found as a draft, with a reason for every visit left out.
  ///
  /// - Throws: `rota.unsound` when it breaks a rule.
  static func draft(
    _ found: RotaAnswer, of weekly: WeeklyRota, in week: SchoolWeek, seed: UInt64, _ practice: Practice
  ) throws -> RotaDraft {
    var answer = RotaExplainer(found, of: weekly.problem).answerWithReasons()
    let verdict = RotaReferee.check(answer, of: weekly.problem)
    guard verdict.isFeasible else {
      throw Fault(
        .rotaUnsound, "the search made a rota that breaks '\(verdict.breaches[0].code.rawValue)'; it was not kept",
        at: "\(week)", maybe: "plan again with another --seed, and report this")
    }
    answer.cost = verdict.cost.total
    return RotaDraft(
      id: RotaID(practice.newID()), week: week, problem: weekly.problem, answer: answer,
      text: try practice.rotaFormat.write(weekly.problem, answer), cost: verdict.cost.total,
      seed: Int(clamping: seed), travelStatement: weekly.travel.statement.text)
  }
}

extension Fault.Code {
  public static let rotaUnsound = Fault.Code("rota.unsound", .defect)
}
