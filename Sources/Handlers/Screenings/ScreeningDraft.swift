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
  /// Who screened, when it is not the person who gives the draft.
  public let examiner: String?
  /// A vendor's version of an imported result.
  public let edition: String?
  /// When the source names the child by an identifier of another system: the child who has exactly this one is
  /// meant. ``child`` is tried first.
  public let identifier: ChildIdentifier?
  /// Where the draft stands in its file, for faults: `answers.csv:7`.
  public let place: String

  public init(
    child: ChildID, testDate: CivilDate, content: Content, birthDate: CivilDate? = nil,
    concerns: Set<Concern> = [], examiner: String? = nil, edition: String? = nil,
    identifier: ChildIdentifier? = nil, place: String
  ) {
    self.child = child
    self.testDate = testDate
    self.content = content
    self.birthDate = birthDate
    self.concerns = concerns
    self.examiner = examiner
    self.edition = edition
    self.identifier = identifier
    self.place = place
  }
}

/// An identifier of another system, checked by its own rule. Never shown, and never in a fault.
public enum ChildIdentifier: Sendable, Hashable {
  case upn(UPN)
  case nhsNumber(NHSNumber)

  /// Reads a UPN or an NHS number; `nil` for anything else.
  public init?(_ text: String) {
    if let upn = UPN(text) {
      self = .upn(upn)
    } else if let number = NHSNumber(text) {
      self = .nhsNumber(number)
    } else {
      return nil
    }
  }
}

extension Records {
  /// The child that a draft means: the one of its reference, or else the one with exactly its identifier; never
  /// anyone by name.
  ///
  /// - Throws: `record.not-found`; `screening.wrong-child` when reference and identifier are two children's.
  func child(of draft: ScreeningDraft) throws -> ChildRecord {
    let byReference = try self.child(draft.child)
    guard let identifier = draft.identifier else {
      guard let byReference else {
        throw Fault(
          .notFound, "there is no such child", at: "child_ref", maybe: "see 'elsec children list'")
      }
      return byReference
    }
    let (scheme, value): (IdentifierScheme, String) =
      switch identifier {
      case .upn(let upn): (.upn, upn.text)
      case .nhsNumber(let number): (.nhsNumber, number.text)
      }
    let found = try self.childID(scheme, value)
    if let byReference, let found, byReference.id != found {
      throw Fault(
        .screeningWrongChild, "the reference and the identifier are two children's", at: "child_ref",
        maybe: "name the child by one of them only")
    }
    if let byReference { return byReference }
    guard let found, let child = try self.child(found) else {
      throw Fault(
        .notFound, "no child has the \(scheme == .upn ? "UPN" : "NHS number") of this row", at: "child_ref",
        maybe: "import the child's identifier, or name the child by its reference")
    }
    return child
  }
}
