// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A cohort table that has passed disclosure control. Releasing a ``CohortTable`` is the only way to make one,
/// and this is the only type here that can be printed.
public struct ReleasedTable: Hashable, Sendable {
  /// One group at one phase.
  public struct Line: Hashable, Sendable {
    public let phase: ScreeningPhase
    /// One label for each grouping of the summary; `Total` for everybody.
    public let labels: [String]
    public let eligible: ReleasedCell
    public let screened: ReleasedCell
    public let notScreened: ReleasedCell
    public let notNormed: ReleasedCell
    /// In the order of the summary's bands.
    public let bands: [ReleasedCell]
    /// Screened of eligible.
    public let coverage: ReleasedPercent
    /// Each band of screened.
    public let bandPercents: [ReleasedPercent]
  }

  public let spec: SummarySpec
  public let policy: DisclosurePolicy
  public let asAt: CivilDate
  public let area: ReleaseArea
  package let shown: ShownTable

  fileprivate init(
    spec: SummarySpec,
    policy: DisclosurePolicy,
    asAt: CivilDate,
    area: ReleaseArea,
    shown: ShownTable
  ) {
    self.spec = spec
    self.policy = policy
    self.asAt = asAt
    self.area = area
    self.shown = shown
  }

  /// ScreeningPhase by phase, groups in the summary's order, totals first.
  public var lines: [Line] {
    let shape = self.shown.shape
    return (0..<shape.rowCount).map { row in
      func cell(_ column: Int) -> ReleasedCell { self.shown.cells[shape.cell(row: row, column: column)] }
      let bands = self.spec.bands.indices.map { cell(TableShape.firstBand + $0) }
      return Line(
        phase: shape.phase(ofRow: row),
        labels: shape.labels(ofRow: row),
        eligible: cell(TableShape.eligible),
        screened: cell(TableShape.screened),
        notScreened: cell(TableShape.notScreened),
        notNormed: cell(TableShape.firstBand + self.spec.bands.count),
        bands: bands,
        coverage: ReleasedPercent(
          cell(TableShape.screened),
          of: cell(TableShape.eligible),
          under: self.policy
        ),
        bandPercents: bands.map {
          ReleasedPercent($0, of: cell(TableShape.screened), under: self.policy)
        }
      )
    }
  }
}

/// A table that may leave, and what the ledger keeps of it. Store the entry before showing the table.
public struct CohortRelease: Sendable {
  public let table: ReleasedTable
  public let ledgerEntry: ReleaseLedgerEntry
}

extension CohortTable {
  /// Hides what the policy hides and whatever else would give it away, has the result audited as a reader
  /// would attack it, and holds it against every earlier release.
  ///
  /// - Parameters:
  ///   - earlier: every release of the area so far, in any order.
  ///   - salt: kept secret by the service; the same for all releases of an area.
  /// - Throws: `cohort.unsafe` when no safe form is found or an earlier release gives something away. It
  ///   fails closed: an audit that cannot finish is a refusal.
  public func release(
    under policy: DisclosurePolicy,
    asAt: CivilDate,
    area: ReleaseArea,
    after earlier: [ReleaseLedgerEntry] = [],
    hashing: Hashing,
    salt: [UInt8] = []
  ) throws -> CohortRelease {
    let records = self.hashedRecords(hashing, salt: salt)
    let differencing = DifferencingCheck(policy: policy, earlier: earlier)
    try differencing.refuseNearlyTheSame(records)
    let fixed = differencing.alreadyShown(records, shape: self.shape)
    let shown = try Protector(policy: policy, fixed: fixed).protect(self)
    let findings = Auditor(policy: policy, known: fixed).audit(shown)
    guard findings.isEmpty else { throw Auditor.refusal(findings) }
    try differencing.refuseLeaks(shown, records: records)
    let table = ReleasedTable(spec: self.spec, policy: policy, asAt: asAt, area: area, shown: shown)
    return CohortRelease(table: table, ledgerEntry: table.ledgerEntry(records: records))
  }
}
