// SPDX-License-Identifier: Apache-2.0

import Screening
public import Storage
public import Vocabulary

/// Scores and keeps screenings as they come in from where they were made, each with an answer of its own: one that
/// can't be kept stands in nobody's way.
///
/// The same screening again changes nothing. Other answers for the same child, screener, date and phase are refused.
public enum KeepScreenings: RecordOperation {
  public struct Entry: Sendable {
    /// Made by whoever screened; `nil` = a new one.
    public let id: ScreeningID?
    /// `id` or `id@version`.
    public let screener: String
    public let phase: ScreeningPhase
    public let draft: ScreeningDraft

    public init(id: ScreeningID? = nil, screener: String, phase: ScreeningPhase, draft: ScreeningDraft) {
      self.id = id
      self.screener = screener
      self.phase = phase
      self.draft = draft
    }
  }

  public struct Input: Sendable {
    public let entries: [Entry]

    /// - Parameter entries: at most ``most``.
    public init(entries: [Entry]) { self.entries = entries }
  }

  public static let most = 500

  public enum Answer: Sendable {
    case stored(ScreeningRecord)
    /// What was kept before.
    case duplicate(ScreeningRecord)
    case rejected(Fault)
  }

  public static let name = "screening.recordMany"
  public static let roles = Set<Role>.team
  public static let isSmall = true

  /// - Returns: an answer an entry, in their order.
  /// - Throws: `record.not-valid` for too many entries; what the store throws.
  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> [Answer] {
    guard input.entries.count <= self.most else {
      throw Fault(
        .notValid, "\(input.entries.count) screenings in one call", at: "records",
        maybe: "send \(self.most) at most at a time")
    }
    var known = try KnownScreenings(
      of: input.entries.map(\.draft), ids: input.entries.compactMap(\.id), in: records)
    var keepers = try ScreeningKeepers(in: records, practice)
    return try input.entries.map { entry in
      do {
        let kept = try keepers.keep(entry, id: entry.id, knowing: &known, in: records)
        return kept.change == .added ? .stored(kept.record) : .duplicate(kept.record)
      } catch let fault as Fault where fault.code.kind == .badInput || fault.code.kind == .notSo {
        return .rejected(fault)
      }
    }
  }
}
