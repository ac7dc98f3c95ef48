// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One meeting of the partnership: who was there and what was decided.
public struct PartnershipMeeting: Hashable, Sendable, Codable {
  public let date: CivilDate
  public var present: [PartnershipRole]
  public var decisions: [String]

  public init(date: CivilDate, present: [PartnershipRole], decisions: [String] = []) {
    self.date = date
    self.present = present
    self.decisions = decisions
  }
}
