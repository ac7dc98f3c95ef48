// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One child, one screener version, one date: what was answered and what came of it. Never changed: an
/// amendment is a new record that names the one it supersedes.
public struct ScreeningRecord: Sendable, Hashable {
  public let id: ScreeningID
  public var child: ChildID
  public var cohort: CohortID?
  public var phase: ScreeningPhase
  public var screener: String
  public var version: String
  public var definitionHash: Digest
  public var testDate: CivilDate
  /// Completed months by the screener's own age rule.
  public var ageMonths: Int?
  /// The answers by item code, as canonical JSON.
  public var answers: String
  /// Every score the screener declares, as canonical JSON.
  public var scores: String
  public var band: String?
  public var proposedTier: String?
  public var flags: [String]
  /// Set, and no scores, when the child was expected and not screened.
  public var notScreenedReason: NotScreenedReason?
  /// The examiner.
  public var by: String
  public var recordedAt: Instant
  public var supersedes: ScreeningID?
  /// Required with `supersedes`.
  public var amendmentReason: String?
  /// Of the licence holder's local file, or a vendor's version of an imported result; `nil` where there is none.
  public var edition: String?
  /// What was known of the child when it was scored, as canonical text; `nil` where nothing was kept of it.
  public var context: String?

  public init(
    id: ScreeningID,
    child: ChildID,
    cohort: CohortID? = nil,
    phase: ScreeningPhase,
    screener: String,
    version: String,
    definitionHash: Digest,
    testDate: CivilDate,
    ageMonths: Int? = nil,
    answers: String = "",
    scores: String = "",
    band: String? = nil,
    proposedTier: String? = nil,
    flags: [String] = [],
    notScreenedReason: NotScreenedReason? = nil,
    by: String,
    recordedAt: Instant,
    supersedes: ScreeningID? = nil,
    amendmentReason: String? = nil,
    edition: String? = nil,
    context: String? = nil
  ) {
    self.id = id
    self.child = child
    self.cohort = cohort
    self.phase = phase
    self.screener = screener
    self.version = version
    self.definitionHash = definitionHash
    self.testDate = testDate
    self.ageMonths = ageMonths
    self.answers = answers
    self.scores = scores
    self.band = band
    self.proposedTier = proposedTier
    self.flags = flags
    self.notScreenedReason = notScreenedReason
    self.by = by
    self.recordedAt = recordedAt
    self.supersedes = supersedes
    self.amendmentReason = amendmentReason
    self.edition = edition
    self.context = context
  }
}

extension ScreeningRecord: TableRow {
  static let table = TableShape(
    "screening",
    key: 1,
    [
      "id", "child", "cohort", "phase", "screener", "version", "definition_hash", "test_date", "age_months",
      "answers", "scores", "band", "proposed_tier", "flags", "not_screened_reason", "made_by",
      "recorded_at", "supersedes", "amendment_reason", "edition", "context",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      child: try row.next(),
      cohort: try row.next(),
      phase: try row.next(),
      screener: try row.next(),
      version: try row.next(),
      definitionHash: try row.next(),
      testDate: try row.next(),
      ageMonths: try row.next(),
      answers: try row.next(),
      scores: try row.next(),
      band: try row.next(),
      proposedTier: try row.next(),
      flags: try row.next(),
      notScreenedReason: try row.next(),
      by: try row.next(),
      recordedAt: try row.next(),
      supersedes: try row.next(),
      amendmentReason: try row.next(),
      edition: try row.next(),
      context: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.child.column, self.cohort.column, self.phase.column, self.screener.column,
      self.version.column, self.definitionHash.column, self.testDate.column, self.ageMonths.column,
      self.answers.column, self.scores.column, self.band.column, self.proposedTier.column,
      self.flags.column, self.notScreenedReason.column, self.by.column, self.recordedAt.column,
      self.supersedes.column, self.amendmentReason.column, self.edition.column, self.context.column,
    ]
  }
}
