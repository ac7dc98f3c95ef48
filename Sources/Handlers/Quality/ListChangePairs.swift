// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Each follow-up of a child with the latest baseline before it, under one screener; by child and date. Whether the
/// two can be compared (version, edition) is for the reader to judge: both sides say.
public enum ListChangePairs: Operation {
  public struct Input: Sendable {
    /// The screener's id, without a version.
    public let screener: String
    public let setting: SettingID?
    public let child: ChildID?

    public init(screener: String, setting: SettingID? = nil, child: ChildID? = nil) {
      self.screener = screener
      self.setting = setting
      self.child = child
    }
  }

  public struct Pair: Sendable, Hashable {
    public let baseline: ScoredChild
    public let followUp: ScoredChild
    /// Visits that took place after the baseline and up to the follow-up, the child not known to have been away.
    public let sessions: [DeliveredSession]
  }

  public struct Output: Sendable {
    public let pairs: [Pair]
    /// Children with a baseline and no later follow-up: who was lost on the way. By id.
    public let withoutFollowUp: [ChildID]
  }

  public static let name = "quality.changePairs"
  public static let roles: Set<Role> = [.therapist, .manager, .admin]

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.write(as: person) { records in
      let rows = try records.qualityRows(screener: input.screener, at: input.setting)
        .filter { input.child == nil || $0.screening.child == input.child }.map(ScoredChild.init)
      let sessions = Dictionary(grouping: try records.deliveredSessions(), by: \.child)
      var (pairs, lost): ([Pair], [ChildID]) = ([], [])
      for (child, results) in Dictionary(grouping: rows, by: \.child).sorted(by: { $0.key < $1.key }) {
        let before = pairs.count
        for followUp in results where followUp.phase == .followup {
          guard
            let baseline = results.last(where: { $0.phase == .baseline && $0.testDate < followUp.testDate })
          else { continue }
          let days = baseline.testDate...followUp.testDate
          pairs.append(
            Pair(
              baseline: baseline, followUp: followUp,
              sessions: (sessions[child] ?? []).filter { $0.wasPresent != false && $0.isWithin(days) }))
        }
        if pairs.count == before, results.contains(where: { $0.phase == .baseline }) { lost.append(child) }
      }
      return Output(pairs: pairs, withoutFollowUp: lost)
    }
  }
}

extension DeliveredSession {
  /// After the first day and up to the last; a visit whose day is not known is placed on its week's Monday.
  fileprivate func isWithin(_ days: ClosedRange<CivilDate>) -> Bool {
    let day = self.day ?? self.week.monday
    return day > days.lowerBound && day <= days.upperBound
  }
}
