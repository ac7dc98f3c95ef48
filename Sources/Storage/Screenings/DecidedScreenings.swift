// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A current screening with the decision that counts, if there is one.
public struct DecidedScreening: Sendable, Hashable {
  public let screening: ScreeningRecord
  public let confirmation: TierConfirmationRecord?
}

extension Records {
  /// Every current screening of the area, or of the children on one setting's roll, with its latest decision, by
  /// child, test date and id. One trace of everyone shown. Cost: two passes over the area's screenings and decisions.
  public func decidedScreenings(
    at setting: SettingID? = nil, phase: ScreeningPhase? = nil
  ) throws -> [DecidedScreening] {
    let screenings: [ScreeningRecord] = try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR phase = $2)
        AND NOT EXISTS (
          SELECT 1 FROM screening AS later
          WHERE later.area = screening.area AND later.supersedes = screening.id)
        AND (CAST($3 AS text) IS NULL OR EXISTS (
          SELECT 1 FROM child
          WHERE child.area = screening.area AND child.id = screening.child AND child.setting = $3))
      ORDER BY child, test_date, id
      """,
      [phase, setting]
    )
    let decisions: [TierConfirmationRecord] = try self.list("WHERE area = $1 ORDER BY made_at, id")
    let latest = Dictionary(decisions.map { ($0.screening, $0) }, uniquingKeysWith: { _, later in later })
    try self.auditView("screening", "", of: screenings.map(\.child))
    return screenings.map { DecidedScreening(screening: $0, confirmation: latest[$0.id]) }
  }
}
