// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Current screenings with what was decided on each, by setting and child.
public enum ListScreenings: Operation {
  public struct Input: Sendable {
    public let setting: SettingID?
    public let phase: ScreeningPhase?
    /// Only screenings from this day on.
    public let since: CivilDate?
    /// Only those with a proposal that nobody has decided on.
    public let onlyUnconfirmed: Bool

    public init(
      setting: SettingID? = nil, phase: ScreeningPhase? = nil, since: CivilDate? = nil,
      onlyUnconfirmed: Bool = false
    ) {
      self.setting = setting
      self.phase = phase
      self.since = since
      self.onlyUnconfirmed = onlyUnconfirmed
    }
  }

  public struct Line: Sendable {
    public let screening: ScreeningRecord
    public let setting: SettingID?
    public let confirmed: TierConfirmationRecord?
  }

  public static let name = "screening.list"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [Line] {
    try await practice.store.write(as: person) { records in
      let settings = Dictionary(
        uniqueKeysWithValues: try records.everyChild(at: input.setting).map { ($0.id, $0.setting) })
      return try records.decidedScreenings(at: input.setting, phase: input.phase)
        .filter { line in
          settings[line.screening.child] != nil && input.since.map { $0 <= line.screening.testDate } ?? true
            && (!input.onlyUnconfirmed || (line.confirmation == nil && line.screening.proposedTier != nil))
        }
        .map {
          Line(
            screening: $0.screening, setting: settings[$0.screening.child] ?? nil, confirmed: $0.confirmation)
        }
        .sorted { a, b in
          (a.setting?.rawValue ?? "", a.screening.child, a.screening.testDate, a.screening.id)
            < (b.setting?.rawValue ?? "", b.screening.child, b.screening.testDate, b.screening.id)
        }
    }
  }
}
