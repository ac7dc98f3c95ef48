// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// Corrects a screening by a new one that supersedes it and says why; the old one stays. A confirmed tier
/// does not carry over: the new proposal is decided on anew. It is scored by the very definition that scored the
/// old one, with what is known of the child now.
public enum AmendScreening: RecordOperation {
  public struct Input: Sendable {
    public let screening: ScreeningID
    /// Item by item; `nil` takes an answer away. Items not named keep their answer.
    public let answers: [ItemCode: ResponseCode?]
    /// `nil` keeps it.
    public let testDate: CivilDate?
    public let reason: String

    public init(
      screening: ScreeningID, answers: [ItemCode: ResponseCode?], testDate: CivilDate? = nil, reason: String
    ) {
      self.screening = screening
      self.answers = answers
      self.testDate = testDate
      self.reason = reason
    }
  }

  public static let name = "screening.amend"
  public static let roles = Set<Role>.team
  public static let isSmall = true

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> ScreeningRecord {
    guard let old = try records.screening(input.screening) else { throw Fault.noScreening(input.screening) }
    var answers = ScreeningText.answers(in: old.answers)
    for (item, code) in input.answers { answers[item] = code }
    return try ScreeningAmending(
      answers: answers, day: input.testDate ?? old.testDate, reason: input.reason, concerns: old.concerns,
      id: ScreeningID(practice.newID())
    ).amend(old, in: records, practice)
  }
}
