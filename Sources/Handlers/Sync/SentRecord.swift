// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// One record on its way from a device to the service.
public struct SentRecord: Sendable {
  public enum Body: Sendable {
    case screening(KeepScreenings.Entry)
    case amendment(Amendment)
    case confirmation(child: ChildID, ConfirmTiers.Decision)
    /// It can't be read, and why.
    case unreadable(Fault)
  }

  /// What a screening should say in the place of another.
  public struct Amendment: Sendable {
    public let child: ChildID
    public let screening: ScreeningID
    /// What the amended screening said; see ``Storage/ScreeningRecord/content(by:)``. `nil` = not stated.
    public let parentContent: Digest?
    /// All of them, not only those that change.
    public let answers: ScreeningAnswers
    public let testDate: CivilDate
    public let reason: String
    public let concerns: Set<Concern>
    /// Who screened, where it is not the person who sends.
    public let examiner: String?

    public init(
      child: ChildID, screening: ScreeningID, parentContent: Digest? = nil, answers: ScreeningAnswers,
      testDate: CivilDate, reason: String, concerns: Set<Concern> = [], examiner: String? = nil
    ) {
      self.child = child
      self.screening = screening
      self.parentContent = parentContent
      self.answers = answers
      self.testDate = testDate
      self.reason = reason
      self.concerns = concerns
      self.examiner = examiner
    }
  }

  /// A UUIDv7 made on the device.
  public let id: String
  public let kind: SyncKind
  /// By the device's clock.
  public let madeAt: Instant
  public let body: Body
  /// The body as it came.
  public let text: String

  public init(id: String, kind: SyncKind, madeAt: Instant, body: Body, text: String) {
    self.id = id
    self.kind = kind
    self.madeAt = madeAt
    self.body = body
    self.text = text
  }

  /// `nil` where the body can't be read.
  var child: ChildID? {
    switch self.body {
    case .screening(let entry): entry.draft.child
    case .amendment(let amendment): amendment.child
    case .confirmation(let child, _): child
    case .unreadable: nil
    }
  }
}
