// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What is to be frozen into a plan.
public struct PullRequest: Hashable, Sendable {
  public let kind: EvidenceKind
  public let title: String
  /// Safe to publish; for cohorts a released table's canonical text.
  public let content: String
  public let section: Int

  /// - Throws: `plan.no-section`; `plan.malformed` for empty content or title.
  public init(kind: EvidenceKind, title: String, content: String, section: Int) throws {
    guard !title.isEmpty, !content.isEmpty else {
      throw Fault(.planMalformed, "evidence needs a title and content", maybe: "make the summary first")
    }
    self.kind = kind
    self.title = title
    self.content = content
    self.section = try PlanSection.checked(section)
  }
}
