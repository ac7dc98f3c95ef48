// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Storage
public import Vocabulary

/// Derives one week's visits from the confirmed tiers and keeps them. Deriving again gives the same visits;
/// those that are no longer asked for are cancelled, with the reason. A visit that somebody cancelled stays
/// cancelled.
public enum DeriveDemand: Operation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    public let apply: Bool

    public init(week: SchoolWeek, apply: Bool) {
      self.week = week
      self.apply = apply
    }
  }

  public struct Output: Sendable {
    public let demand: DerivedDemand
    public let report: ImportReport
    public let cancelled: Int
  }

  /// Why a visit was cancelled that comes back when it is derived once more.
  static let notDerived = "no longer derived from the confirmed tiers"

  public static let name = "demand.derive"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.change(apply: input.apply, as: person) {
      try $0.derive(input.week, practice, isApplied: input.apply)
    }
  }
}

extension Records {
  /// Derives the week's demand and writes it; see ``DeriveDemand``.
  ///
  /// - Parameter ahead: the first week whose drafts are taken as held; `nil` = only what was said to be held.
  func derive(
    _ week: SchoolWeek, _ practice: Practice, ahead: SchoolWeek? = nil, isApplied: Bool
  ) throws -> DeriveDemand.Output {
    let demand = try DerivedDemand(from: try self.demandInputs(for: week, practice, ahead: ahead))
    var changes: [(record: String, change: Change)] = []
    for series in demand.seriesRecords { try self.put(series) }
    let cancelled = try self.visits(in: week, includingCancelled: true)
      .filter { $0.cancelledAt != nil && $0.cancelReason != DeriveDemand.notDerived }
    let refused = Set(cancelled.map(\.id))
    for visit in demand.visits where !refused.contains(visit.id) {
      let record = visit.record(week: week, source: .derived)
      changes.append((visit.id.rawValue, try self.put(record, for: visit.children)))
    }
    let wanted = Set(demand.visits.map(\.id))
    let stale = try self.visits(in: week).filter { $0.source == .derived && !wanted.contains($0.id) }
    for visit in stale { try self.cancel(visit.id, reason: DeriveDemand.notDerived) }
    return DeriveDemand.Output(
      demand: demand, report: ImportReport(applied: isApplied, changes), cancelled: stale.count)
  }
}

extension DerivedDemand {
  /// The series behind the visits; groups say their tier and course, other series only how they are spread.
  var seriesRecords: [DemandSeriesRecord] {
    let groups = Dictionary(self.groups.map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
    var records: [SeriesID: DemandSeriesRecord] = [:]
    for visit in self.visits {
      guard let id = visit.series, records[id] == nil else { continue }
      let group = groups[id]
      records[id] = DemandSeriesRecord(
        id: id, setting: visit.setting, programme: visit.programme?.rawValue ?? "", tier: group?.tier ?? "",
        skill: visit.slots.first.map { $0.sorted().joined(separator: " ") } ?? "",
        sessionsPerWeek: self.visits.count { $0.series == id }, weeks: 0, starts: group?.started ?? self.week,
        gapDays: visit.gapDays, sameStaff: SameStaff(rawValue: visit.sameStaff.rawValue) ?? .any,
        preferStaff: [], source: .derived)
    }
    return records.values.sorted { $0.id < $1.id }
  }
}
