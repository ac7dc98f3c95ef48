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
  private static let notDerived = "no longer derived from the confirmed tiers"

  public static let name = "demand.derive"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.change(apply: input.apply, as: person) { records in
      let demand = try DerivedDemand(from: try records.demandInputs(for: input.week, practice))
      var changes: [(record: String, change: Change)] = []
      for series in demand.seriesRecords { try records.put(series) }
      let cancelled = try records.visits(in: input.week, includingCancelled: true)
        .filter { $0.cancelledAt != nil && $0.cancelReason != Self.notDerived }
      let refused = Set(cancelled.map(\.id))
      for visit in demand.visits where !refused.contains(visit.id) {
        let record = visit.record(week: input.week, source: .derived)
        changes.append((visit.id.rawValue, try records.put(record, for: visit.children)))
      }
      let wanted = Set(demand.visits.map(\.id))
      let stale = try records.visits(in: input.week).filter { $0.source == .derived && !wanted.contains($0.id) }
      for visit in stale { try records.cancel(visit.id, reason: Self.notDerived) }
      return Output(
        demand: demand, report: ImportReport(applied: input.apply, changes), cancelled: stale.count)
    }
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
