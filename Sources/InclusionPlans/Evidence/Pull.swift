// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What pulling did.
public struct Pull: Hashable, Sendable {
  /// The snapshot now in the plan; the earlier one when nothing had changed.
  public let evidence: PlanEvidence
  /// Against the evidence of the same section, kind and title before; `nil` on a first pull.
  public let difference: ContentDifference?
  /// Whether a snapshot was added.
  public let isNew: Bool
}

extension InclusionPlan {
  /// Freezes a snapshot as evidence. Pulling the same content again adds nothing; other content is added
  /// beside the earlier snapshot and takes its place once a named person accepts it. A first pull needs no
  /// acceptance: it is accepted by who pulls.
  ///
  /// - Throws: `plan.bad-transition` once the plan is signed off.
  @discardableResult
  public mutating func pull(
    _ request: PullRequest,
    id: EvidenceID,
    by person: String,
    at instant: Instant,
    hashing: Hashing
  ) throws -> Pull {
    try self.refuseUnlessOpen()
    let subject = { (evidence: PlanEvidence) in
      evidence.kind == request.kind && evidence.title == request.title && evidence.section == request.section
    }
    let before = self.currentEvidence.last(where: subject)
    let sha256 = hashing(Array(request.content.utf8))
    let difference = before.map { ContentDifference(from: $0.content, to: request.content) }
    if let newest = self.evidence.last(where: subject), newest.sha256 == sha256,
      newest.content == request.content
    {
      return Pull(evidence: newest, difference: difference, isNew: false)
    }
    let evidence = PlanEvidence(
      id: id,
      kind: request.kind,
      title: request.title,
      content: request.content,
      sha256: sha256,
      pulledBy: person,
      pulledAt: instant,
      section: request.section,
      supersedes: before?.id,
      acceptedBy: before == nil ? person : nil
    )
    self.evidence.append(evidence)
    return Pull(evidence: evidence, difference: difference, isNew: true)
  }

  /// Takes a later snapshot's figures into the plan.
  ///
  /// - Throws: `plan.bad-evidence` when there is none of that id or it is accepted already;
  ///   `plan.bad-transition` once the plan is signed off.
  public mutating func accept(_ id: EvidenceID, by person: String) throws {
    try self.refuseUnlessOpen()
    guard let index = self.evidence.firstIndex(where: { $0.id == id }) else {
      throw Fault(
        .planEvidence,
        "the plan has no such evidence",
        at: id.rawValue,
        maybe: "list it with plan show"
      )
    }
    guard self.evidence[index].acceptedBy == nil else {
      throw Fault(.planEvidence, "this evidence is accepted already", at: id.rawValue)
    }
    let evidence = self.evidence[index]
    guard
      !self.evidence[(index + 1)...].contains(where: {
        $0.acceptedBy != nil && $0.isSameSubject(as: evidence)
      })
    else {
      throw Fault(
        .planEvidence,
        "newer figures for the same thing are accepted already",
        at: id.rawValue,
        maybe: "leave it as it is"
      )
    }
    self.evidence[index].acceptedBy = person
  }

  /// Evidence that stands: of each subject the newest that is accepted. In the order pulled.
  public var currentEvidence: [PlanEvidence] {
    self.evidence.indices.compactMap { index in
      let evidence = self.evidence[index]
      let isReplaced = self.evidence[(index + 1)...].contains {
        $0.acceptedBy != nil && $0.isSameSubject(as: evidence)
      }
      return evidence.acceptedBy != nil && !isReplaced ? evidence : nil
    }
  }
}
