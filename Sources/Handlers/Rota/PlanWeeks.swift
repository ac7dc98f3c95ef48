// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import SchedulingSolver
public import Storage
public import Vocabulary

/// Plans several weeks of school one after the other: each week's demand is derived from the state that the
/// rotas before it would leave, and its rota is kept as a draft. Holidays are passed over.
///
/// A visit of an earlier rota that nobody has said a word about is taken as held. A week whose rota is published
/// is taken as it stands: nothing is derived or planned for it. What is derived ahead is replaced when the week is
/// derived again, by this or by ``DeriveDemand``; what a manager asked for is left alone. A week is kept before the
/// next is begun, so whatever ends the search half way leaves whole weeks.
public enum PlanWeeks: Operation {
  public struct Input: Sendable {
    public let first: SchoolWeek
    /// How many weeks with school, 1 to ``most``.
    public let weeks: Int
    /// For every week.
    public let options: SolverOptions
    public let progress: @Sendable (SchoolWeek, SolverProgress) -> Bool

    public init(
      first: SchoolWeek, weeks: Int, options: SolverOptions,
      progress: @escaping @Sendable (SchoolWeek, SolverProgress) -> Bool = { _, _ in true }
    ) {
      self.first = first
      self.weeks = weeks
      self.options = options
      self.progress = progress
    }
  }

  public struct Output: Sendable {
    /// In order; fewer with school than asked for where the calendar ends.
    public let weeks: [PlannedWeek]
    /// What these weeks alone make each person carry, and who sees whom in them.
    public let planned: RotaHistory
    /// The same with the weeks looked back on.
    public let whole: RotaHistory
    /// Visits of weeks before the first that nobody has said a word about, taken as held.
    public let takenAsHeld: Int
  }

  public static let most = 26
  public static let name = "rota.plan-weeks"
  /// Those who may derive demand, which shows children.
  public static let roles = DeriveDemand.roles

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    guard (1...Self.most).contains(input.weeks) else {
      throw Fault(.notValid, "\(input.weeks) weeks were asked for", maybe: "1 to \(Self.most)")
    }
    let calendar = try await practice.store.read(as: person) { try $0.schoolCalendar() }
    let weeks = Self.weeks(input, calendar)
    guard weeks.contains(where: { $0.holiday == nil }) else {
      throw Fault(
        .notFound, "the calendar has no week with school from \(input.first) on",
        maybe: "import the term dates with 'elsec calendar import'")
    }
    var done: [PlannedWeek] = []
    for (week, holiday) in weeks {
      if let holiday {
        done.append(PlannedWeek(week: week, state: .holiday(holiday)))
      } else {
        done.append(try await Self.plan(week, input, in: practice, as: person))
      }
    }
    let fairness = practice.rules.carryOver.fairness
    let before = try await practice.store.read(as: person) {
      try $0.weeksBehind(input.first, practice, counting: .drafts(from: input.first))
    }
    let planned = done.compactMap(\.past)
    return Output(
      weeks: done, planned: RotaHistory(planned, rules: fairness),
      whole: RotaHistory(before.weeks + planned, rules: fairness), takenAsHeld: before.unsaid.count)
  }

  /// The weeks in order, each holiday with its reason; none after the last week with school.
  private static func weeks(
    _ input: Input, _ calendar: SchoolCalendar
  ) -> [(week: SchoolWeek, holiday: String?)] {
    guard let closing = calendar.terms.last?.days.upperBound else { return [] }
    let school = calendar.schoolWeeks(from: input.first, through: SchoolWeek(containing: closing)).prefix(input.weeks)
    guard let last = school.last else { return [] }
    return (0...last.monday.days(since: input.first.monday) / 7).map { number in
      let week = input.first.adding(weeks: number)
      guard !school.contains(week) else { return (week, nil) }
      let reasons = (0..<5).compactMap { calendar.noSchool(on: week.day($0))?.description }
      return (week, Set(reasons).sorted().joined(separator: ", "))
    }
  }

  private static func plan(
    _ week: SchoolWeek, _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> PlannedWeek {
    let published = try await practice.store.read(as: person) { reading -> KeptRota? in
      guard let record = try reading.publishedRota(for: week) else { return nil }
      return try practice.kept(record, among: try reading.rotas(in: week))
    }
    if let published {
      return try await Self.finish(
        PlannedWeek(week: week, state: .published(published)), input.first, in: practice, as: person)
    }
    let demand = try await practice.store.write(as: person) {
      try $0.derive(week, practice, ahead: input.first, isApplied: true)
    }
    let asked = try await practice.store.read(as: person) { try $0.visits(in: week).count }
    guard asked > 0 else { return PlannedWeek(week: week, state: .nothingAsked) }
    let rota = try await PlanRota.plan(
      PlanRota.Input(week: week, options: input.options) { input.progress(week, $0) },
      after: .drafts(from: input.first), owing: .drafts(from: input.first), in: practice, as: person)
    return try await Self.finish(
      PlannedWeek(week: week, state: .planned(rota, demand)), input.first, in: practice, as: person)
  }

  /// Adds what is owed at the week's end, and what the week alone makes people carry.
  private static func finish(
    _ week: PlannedWeek, _ first: SchoolWeek, in practice: Practice, as person: Principal
  ) async throws -> PlannedWeek {
    guard let rota = week.rota else { return week }
    return try await practice.store.read(as: person) { reading in
      let words = try reading.visitsDone(in: week.week)
      var week = week
      week.owed =
        if case .planned(let made, _) = week.state { made.owed } else {
          try reading.owed(after: rota, practice, counting: .drafts(from: first))
        }
      week.past = PastWeek(
        week: week.week, problem: rota.problem, answer: rota.answer,
        notHeld: Set(words.filter { $0.outcome != .done }.map(\.visit)))
      week.loads = RotaHistory([week.past].compactMap(\.self), rules: practice.rules.carryOver.fairness).loads
      return week
    }
  }
}
