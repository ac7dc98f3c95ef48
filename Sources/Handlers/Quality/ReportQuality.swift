// SPDX-License-Identifier: Apache-2.0

public import Screening
public import ScreeningQuality
public import Storage
public import Vocabulary

/// What the team's own screenings say about a screener and its raters. An internal working view: the supervision
/// list names children by reference, and no number of it has passed disclosure control.
public enum ReportQuality: Operation {
  public struct Input: Sendable {
    /// An id, or `id@version`.
    public let screener: String
    public let since: CivilDate?
    public let until: CivilDate?
    public let setting: SettingID?
    /// `nil`: no follow-up is known, and accuracy is not asked for.
    public let outcomes: [AccuracyReport.Outcome]?
    /// `nil`: all bands but the best.
    public let positive: [String]?
    /// Scores of two raters that differ by more than this are on the supervision list.
    public let scoreLimit: Double

    public init(
      screener: String, since: CivilDate? = nil, until: CivilDate? = nil, setting: SettingID? = nil,
      outcomes: [AccuracyReport.Outcome]? = nil, positive: [String]? = nil, scoreLimit: Double = 5
    ) {
      self.screener = screener
      self.since = since
      self.until = until
      self.setting = setting
      self.outcomes = outcomes
      self.positive = positive
      self.scoreLimit = scoreLimit
    }
  }

  public struct Output: Sendable {
    public let definition: ScreenerDefinition
    public let screenings: Int
    public let children: Int
    /// Screenings of another major version or edition than the definition's, which are in nothing else.
    public let ofOtherEditions: Int
    public let reliability: ReliabilityReport
    public let bias: ItemBiasReport
    public let agreement: AgreementReport
    public let missing: MissingReport
    public let drift: DriftReport
    public let accuracy: AccuracyReport?
  }

  public static let name = "quality.report"
  public static let roles = ListScoredChildren.roles

  /// - Throws: `record.not-found` when no screening of the period is of the screener's major version and edition,
  ///   and what ``AccuracyReport`` throws.
  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let definition = try practice.screener(input.screener)
    let found = try await ListScoredChildren.perform(
      .init(screener: definition.id.rawValue, setting: input.setting), in: practice, as: person
    ).filter { input.covers($0.testDate) }
    let kept = found.filter { definition.isComparable(version: $0.version, edition: $0.edition) }
    guard !kept.isEmpty else {
      throw Fault(
        .notFound, "no screening of \(definition.id), version \(definition.version.major), was found in the period",
        maybe: found.isEmpty
          ? "choose another period or setting" : "\(found.count) are of another major version or edition: name it")
    }
    let rows = kept.map { RatedChild($0, of: definition) }
    let first = rows.firstOfEachChild
    let doubles = try await ListDoubleScores.perform(
      .init(screener: definition.id.rawValue), in: practice, as: person
    ).filter {
      input.covers($0.testDate) && (input.setting == nil || $0.setting == input.setting)
        && ScreenerVersion($0.version)?.major == definition.version.major
    }
    return Output(
      definition: definition, screenings: rows.count, children: first.count,
      ofOtherEditions: found.count - kept.count,
      reliability: ReliabilityReport(first, of: definition), bias: ItemBiasReport(first, of: definition),
      agreement: AgreementReport(
        doubles.map { AgreementReport.Pair($0, of: definition) }, of: definition, scoreLimit: input.scoreLimit),
      missing: MissingReport(rows, of: definition), drift: DriftReport(rows),
      accuracy: try input.outcomes.map {
        try AccuracyReport(first, outcomes: $0, positive: input.positive, of: definition)
      })
  }
}

extension ReportQuality.Input {
  func covers(_ date: CivilDate) -> Bool {
    (self.since.map { $0 <= date } ?? true) && (self.until.map { date <= $0 } ?? true)
  }
}

extension ScreenerDefinition {
  /// Whether a kept result can be pooled with this definition's.
  func isComparable(version: String, edition: String?) -> Bool {
    ScreenerVersion(version)?.major == self.version.major && (edition ?? "") == (self.edition ?? "")
  }
}

extension RatedChild {
  init(_ child: ScoredChild, of definition: ScreenerDefinition) {
    var sides: [BiasComparison: Bool] = [:]
    sides[.eal] = child.learnsEnglishAsAdditional
    sides[.fsm] = child.freeSchoolMeals
    sides[.sex] = child.sex.map { $0 == .female }
    sides[.season] = child.season == .spring ? nil : child.season == .summer
    self.init(
      child: child.child.rawValue, rater: child.rater, setting: child.setting?.rawValue ?? "",
      testDate: child.testDate, ageMonths: child.ageMonths, answers: child.answers,
      score: child.isNotNormed ? nil : definition.bandScore.flatMap { child.scores[$0.rawValue] },
      band: child.isNotNormed ? nil : child.band, isNotNormed: child.isNotNormed, sides: sides)
  }
}

extension AgreementReport.Pair {
  init(_ pair: ListDoubleScores.Pair, of definition: ScreenerDefinition) {
    func side(_ side: ListDoubleScores.Pair.Side) -> AgreementReport.Side {
      AgreementReport.Side(
        rater: side.rater, answers: side.answers,
        score: definition.bandScore.flatMap { side.scores[$0.rawValue] }, band: side.band)
    }
    self.init(
      child: pair.child.rawValue, first: side(pair.first), second: side(pair.second),
      areScoresComparable: pair.areScoresComparable)
  }
}
