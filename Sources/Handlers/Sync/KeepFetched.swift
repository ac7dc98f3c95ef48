// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Puts what the service gave into a device's own store: a child's record becomes what the service says it is.
///
/// What is only here is never touched: of a child with an unsent or rejected record, a sitting that goes on, or second
/// ratings, only what is missing is added; the child is asked for again at the next exchange.
public enum KeepFetched: RecordOperation {
  public struct Output: Sendable, Hashable {
    public internal(set) var children = 0
    public internal(set) var released = 0
    /// Children who could not be brought up to date, as something of them is only here.
    public internal(set) var waiting = 0
  }

  public static let name = "sync.keep"
  public static let roles = Set<Role>.team

  public static func perform(_ input: FetchedRecords, on records: Records, in practice: Practice) throws -> Output {
    guard var server = try records.syncServer() else {
      throw Fault(.notFound, "this store is no device's", maybe: "let it meet the service first")
    }
    if input.isRestart { server.round += 1 }
    if let area = input.area { try Self.keep(area, in: records) }
    var output = Output()
    for child in input.children {
      let isWhole = try Self.keep(child, in: records)
      try records.markFetched(child.child.id, in: server.round, isWhole: isWhole)
      output.children += 1
      output.waiting += isWhole ? 0 : 1
    }
    let gone = input.gone + (input.isMore ? [] : try records.fetched(before: server.round))
    for child in gone where try records.isFetched(child) {
      if try records.isOnlyHere(child) {
        output.waiting += 1
      } else {
        try records.release(child)
        output.released += 1
      }
    }
    server.cursor = input.cursor
    try records.put(server)
    return output
  }

  private static func keep(_ area: FetchedRecords.Area, in records: Records) throws {
    try records.put(AreaRecord(id: records.area, name: area.name, timeZone: area.timeZone))
    try records.put(area.settings)
    let given = Set(area.calendar.map(\.id))
    for entry in try records.calendar() where !given.contains(entry.id) { try records.removeCalendarEntry(entry.id) }
    try records.put(area.calendar)
  }

  /// - Returns: whether the child's record here is now the service's.
  private static func keep(_ given: FetchedRecords.Child, in records: Records) throws -> Bool {
    try records.put(given.child)
    for cohort in given.cohorts {
      if try records.cohort(cohort.id) == nil { try records.add(cohort) }
      try records.place([given.child.id], in: cohort.id)
    }
    let isOnlyHere = try records.isOnlyHere(given.child.id)
    if !isOnlyHere { try Self.release(whatDiffersFrom: given, in: records) }
    let (screenings, confirmations) = try records.screeningsWithDecisions(of: [given.child.id])
    var here = Set(screenings.map(\.id))
    var superseded = Set(screenings.compactMap(\.supersedes))
    for screening in given.screenings where !here.contains(screening.id) {
      if let parent = screening.supersedes {
        guard here.contains(parent), superseded.insert(parent).inserted else { continue }
      }
      try records.keepFetched(screening)
      here.insert(screening.id)
    }
    let decided = Set(confirmations.map(\.id))
    for confirmation in given.confirmations
    where !decided.contains(confirmation.id) && here.contains(confirmation.screening) {
      try records.keepFetched(confirmation, of: given.child.id)
    }
    return !isOnlyHere
  }

  /// Lets go of screenings that the service has not, or has otherwise, and of what builds on those.
  private static func release(whatDiffersFrom given: FetchedRecords.Child, in records: Records) throws {
    let theirs = Dictionary(given.screenings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ours = try records.screenings(ofChildren: [given.child.id]).eachAfterItsParent
    var going: Set<ScreeningID> = []
    for screening in ours where theirs[screening.id] != screening || screening.supersedes.map(going.contains) == true {
      going.insert(screening.id)
    }
    try records.release(ours.map(\.id).filter(going.contains), of: given.child.id)
  }
}
