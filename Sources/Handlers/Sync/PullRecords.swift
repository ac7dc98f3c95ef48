// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Gives a device the children whom its person may see, a page at a time, then whatever changed since. A child who leaves
/// the device's settings, or is erased, is named as gone.
public enum PullRecords: RecordOperation {
  public struct Input: Sendable {
    /// From the last fetch; `nil` for the first.
    public let cursor: String?
    /// Whose children the device takes along; empty = everyone whom the person may see.
    public let settings: [SettingID]
    /// Children to give again whatever the cursor says.
    public let again: [ChildID]
    /// Children a page, about.
    public let limit: Int

    public init(cursor: String?, settings: [SettingID] = [], again: [ChildID] = [], limit: Int = 100) {
      self.cursor = cursor
      self.settings = settings
      self.again = again
      self.limit = limit
    }
  }

  public static let name = "sync.pull"
  public static let roles = Set<Role>.team
  /// Children in one fetch.
  public static let most = 200

  /// How many audit entries one fetch looks at.
  private static let entries = 2_000

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> FetchedRecords {
    let settings = Set(input.settings)
    let scope = Self.scope(settings, practice.hash)
    // A place beyond the audit's end is of another store, or of one that was restored from before it.
    let head = try records.auditHead().sequence
    let known = input.cursor.flatMap { SyncCursor($0) }.flatMap {
      $0.scope == scope && $0.sequence <= head ? $0 : nil
    }
    let isRestart = known == nil
    var cursor = known ?? SyncCursor(scope: scope, sequence: head, isGoingThrough: true)
    var given: [ChildID: FetchedRecords.Child] = [:]
    var gone: Set<ChildID> = []
    var (isArea, isMore) = (isRestart, true)

    func give(_ ids: [ChildID]) throws {
      let found = try records.fetched(ids.filter { given[$0] == nil })
      for id in ids {
        guard let child = found[id] ?? given[id], settings.isEmpty || child.child.setting.map(settings.contains) == true
        else {
          gone.insert(id)
          continue
        }
        given[id] = child
      }
    }

    if cursor.isGoingThrough {
      let page = try records.childIDs(
        at: settings, after: cursor.after.map { ChildID($0) }, limit: min(input.limit, Self.most))
      try give(page)
      cursor.after = page.last?.rawValue
      cursor.isGoingThrough = !page.isEmpty
    } else {
      let touched = try records.touched(after: cursor.sequence, limit: Self.entries)
      try give(touched.children)
      isArea = touched.area
      cursor.sequence = touched.through
      isMore = touched.isMore
    }
    try give(Array(Set(input.again)).sorted())
    return FetchedRecords(
      isRestart: isRestart, area: isArea ? try records.fetchedArea() : nil,
      children: given.values.sorted { $0.child.id < $1.child.id }, gone: gone.sorted(), cursor: cursor.text,
      isMore: isMore)
  }

  private static func scope(_ settings: Set<SettingID>, _ hash: Hashing) -> String {
    if settings.isEmpty { return "-" }
    let names = settings.sorted().map(\.rawValue).joined(separator: "\n")
    return String("\(hash(Array(names.utf8)))".prefix(16))
  }
}

extension Records {
  /// Children with all that is kept of their screenings; ids that nobody has are passed over.
  fileprivate func fetched(_ ids: [ChildID]) throws -> [ChildID: FetchedRecords.Child] {
    let children = try self.children(Set(ids))
    let (screenings, confirmations) = try self.screeningsWithDecisions(of: children.keys.sorted())
    let ofChild = Dictionary(grouping: screenings, by: \.child)
    let ofScreening = Dictionary(grouping: confirmations, by: \.screening)
    let cohorts = try self.cohorts(ofChildren: children.keys.sorted())
    return children.mapValues { child in
      let own = (ofChild[child.id] ?? []).eachAfterItsParent
      return FetchedRecords.Child(
        child: child, cohorts: cohorts[child.id] ?? [], screenings: own,
        confirmations: own.flatMap { ofScreening[$0.id] ?? [] })
    }
  }

  fileprivate func fetchedArea() throws -> FetchedRecords.Area {
    let area = try self.areaRecord()
    return FetchedRecords.Area(
      name: area?.name ?? self.area.rawValue, timeZone: area?.timeZone ?? "Europe/London",
      settings: try self.settings(),
      calendar: try self.calendar())
  }
}

extension [ScreeningRecord] {
  /// Each after the one that it supersedes, else by time.
  var eachAfterItsParent: [ScreeningRecord] {
    var (ordered, waiting) = ([ScreeningRecord](), self.sorted { ($0.recordedAt, $0.id) < ($1.recordedAt, $1.id) })
    var waited = Set(self.map(\.id))
    while let next = waiting.firstIndex(where: { $0.supersedes.map { !waited.contains($0) } ?? true }) {
      waited.remove(waiting[next].id)
      ordered.append(waiting.remove(at: next))
    }
    return ordered + waiting
  }
}
