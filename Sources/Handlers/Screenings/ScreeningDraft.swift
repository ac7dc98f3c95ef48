// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// One child's answers, or the reason for having none, on their way into the records.
public struct ScreeningDraft: Sendable {
  public enum Content: Sendable, Hashable {
    case answers(ScreeningAnswers)
    case notScreened(NotScreenedReason)
  }

  public let child: ChildID
  public let testDate: CivilDate
  public let content: Content
  /// When the source states it: compared with the child's record, so that answers never go to the wrong one.
  public let birthDate: CivilDate?
  public let concerns: Set<Concern>
  /// Where the draft stands in its file, for faults: `answers.csv:7`.
  public let place: String

  public init(
    child: ChildID, testDate: CivilDate, content: Content, birthDate: CivilDate? = nil,
    concerns: Set<Concern> = [], place: String
  ) {
    self.child = child
    self.testDate = testDate
    self.content = content
    self.birthDate = birthDate
    self.concerns = concerns
    self.place = place
  }
}
