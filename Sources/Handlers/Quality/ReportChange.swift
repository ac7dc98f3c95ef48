// SPDX-License-Identifier: Apache-2.0

public import Screening
public import ScreeningQuality
public import Storage
public import Vocabulary

/// How far the children of an area, a setting or a year came between baseline and follow-up. An internal working view
/// that has not passed disclosure control.
public enum ReportChange: Operation {
  public struct Input: Sendable {
    /// An id, or `id@version`.
    public let screener: String
    public let child: ChildID?
    public let setting: SettingID?
    /// Of the follow-up; `nil`: every year.
    public let year: AcademicYear?
    public let method: ReliableChange.Method
    public let practiceGain: Double?

    public init(
      screener: String, child: ChildID? = nil, setting: SettingID? = nil, year: AcademicYear? = nil,
      method: ReliableChange.Method = .jacobsonTruax, practiceGain: Double? = nil
    ) {
      self.screener = screener
      self.child = child
      self.setting = setting
      self.year = year
      self.method = method
      self.practiceGain = practiceGain
    }
  }

  public struct Output: Sendable {
    public let definition: ScreenerDefinition
    public let pairs: Int
    /// Children with a baseline and no later follow-up, in any year.
    public let withoutFollowUp: Int
    public let report: ChangeReport
  }

  public static let name = "quality.change"
  public static let roles = ListChangePairs.roles

  /// - Throws: `record.not-found` when no child has a baseline and a follow-up, and what ``ReliableChangeVariant``
  ///   throws.
  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let definition = try practice.screener(input.screener)
    let variant = try ReliableChangeVariant(input.method, practiceGain: input.practiceGain, of: definition)
    let found = try await ListChangePairs.perform(
      .init(screener: definition.id.rawValue, setting: input.setting, child: input.child), in: practice, as: person)
    let pairs = found.pairs.filter { pair in input.year.map { $0.contains(pair.followUp.testDate) } ?? true }
    guard !pairs.isEmpty else {
      throw Fault(
        .notFound, "no child has a baseline and a follow-up of \(definition.id)",
        maybe: "choose another year or setting, or screen again with --phase followup")
    }
    return Output(
      definition: definition, pairs: pairs.count, withoutFollowUp: found.withoutFollowUp.count,
      report: ChangeReport(pairs.map(ChangeReport.Pair.init), by: variant, of: definition))
  }
}

extension ChangeReport.Pair {
  init(_ pair: ListChangePairs.Pair) {
    func side(_ side: ScoredChild) -> ChangeReport.Side {
      // What is no version cannot be of the definition's major version.
      ChangeReport.Side(
        version: ScreenerVersion(side.version) ?? ScreenerVersion(-1, 0, 0), edition: side.edition ?? "",
        scores: side.scores, isNotNormed: side.isNotNormed)
    }
    self.init(
      child: pair.baseline.child.rawValue, baseline: side(pair.baseline), followUp: side(pair.followUp),
      sessions: pair.sessions.count)
  }
}
