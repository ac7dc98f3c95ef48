// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// Ends a sitting: scores what was typed, keeps the screening, closes the entry, all in one transaction.
///
/// A child who was recorded as not screened on that day and was then screened after all has one record in the end:
/// the screening supersedes the reason.
public enum FinishEntry: RecordOperation {
  public struct Input: Sendable {
    public let entry: EntryID
    public let concerns: Set<Concern>

    public init(entry: EntryID, concerns: Set<Concern> = []) {
      self.entry = entry
      self.concerns = concerns
    }
  }

  public static let name = "entry.finish"
  public static let roles = Set<Role>.team

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> ScreeningRecord {
    guard let entry = try records.entry(input.entry) else {
      throw Fault(.notFound, "there is no such entry", at: "entry \(input.entry)")
    }
    guard let child = try records.child(entry.child) else { throw Fault.noChild(entry.child) }
    try child.checkMayBeScreened()
    let screener = try PreparedScreener(try practice.screener("\(entry.screener)@\(entry.version)"))
    try entry.checkWasBegun(with: screener.definition)
    let months = try OpenEntry.months(child, entry.testDate, screener.definition)
    let session = try records.session(of: entry, screener, atMonths: months)
    guard !session.answers.isEmpty else {
      throw Fault(
        .notValid, "nothing has been answered", at: "entry \(entry.id)",
        maybe: "quit and come back later, or record why the child was not screened")
    }
    var record = try Assessment(screener: screener, phase: entry.phase, person: records.principal).record(
      .answers(session.answers), id: ScreeningID(practice.newID()), for: child, on: entry.testDate,
      concerns: input.concerns, cohort: entry.cohort, at: records.now)
    var known = try KnownScreenings(in: records)
    if let earlier = try known.kept(like: record, in: records).current {
      guard let reason = earlier.notScreenedReason else { throw Fault.alreadyKept(earlier) }
      record.supersedes = earlier.id
      record.amendmentReason = "screened after all; recorded before as \(reason.rawValue)"
    }
    try records.keepDefinition(screener.definition, practice)
    try records.add(record)
    try records.finish(entry.id)
    return record
  }
}
