// SPDX-License-Identifier: Apache-2.0

public import Cohorts
import Screening
public import Storage
public import Vocabulary

/// A cohort table that can't expose a child. It is held against every earlier release, and goes into the
/// release ledger before anyone sees it.
public enum SummariseCohort: RecordOperation {
  public struct Input: Sendable {
    /// `id` or `id@version`; `nil` where only one was used in the year.
    public let screener: String?
    /// `nil`: the latest year in which anything was screened.
    public let year: AcademicYear?
    public let dimensions: [Dimension]
    public let filter: RowFilter
    public let today: CivilDate
    /// Who it is for: `local authority`, `public`.
    public let audience: String

    public init(
      screener: String?, year: AcademicYear?, dimensions: [Dimension], filter: RowFilter, today: CivilDate,
      audience: String
    ) {
      self.screener = screener
      self.year = year
      self.dimensions = dimensions
      self.filter = filter
      self.today = today
      self.audience = audience
    }
  }

  public static let name = "cohort.summary"
  public static let roles = Set<Role>.planning

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> ReleasedTable {
    try records.release(input, practice)
  }
}

extension Records {
  func release(_ input: SummariseCohort.Input, _ practice: Practice) throws -> ReleasedTable {
    let (year, screener) = try self.subject(of: input)
    let definition = try practice.screener(screener)
    let rows = try Cohorts.ScreeningPhase.allCases.flatMap { phase in
      try self.cohortFacts(
        in: year, screener: definition.id.rawValue,
        phase: phase == .baseline ? .baseline : .followup
      ).map { $0.row(screener: definition.id.rawValue, phase: phase) }
    }
    guard !rows.isEmpty else {
      throw Fault(
        .notFound, "nothing was screened with \(definition.id) in \(year)",
        maybe: "name another --year or --screener")
    }
    let spec = try SummarySpec(
      title: "Early language screening, \(year)", filter: input.filter.inYear(year), dimensions: input.dimensions,
      bands: definition.bands.map(\.id.rawValue),
      timePeriod: "\(year.start)\(padded((year.start + 1) % 100, to: 2))")
    let area = try self.areaFacts()
    let release = try CohortTable(rows: rows, spec: spec).release(
      under: practice.policy, asAt: input.today,
      area: ReleaseArea(
        name: area.name, oldCode: area.localAuthority, newCode: self.area.rawValue, isMadeUp: area.isMadeUp),
      after: try self.everyRelease().map { try practice.ledgerFormat.read($0.table) }, hashing: practice.hash,
      salt: Array(try self.secret(named: "release-salt").utf8))
    let entry = release.ledgerEntry
    try self.add(
      ReleaseRecord(
        id: ReleaseID(practice.newID()), specification: entry.spec, policy: practice.policy.name,
        childSets: entry.lines.map { $0.records.joined(separator: " ") },
        table: try practice.ledgerFormat.write(entry), audience: input.audience, by: self.principal.name,
        at: self.now))
    return release.table
  }

  /// The year and the screener that are meant where the input leaves them open.
  private func subject(of input: SummariseCohort.Input) throws -> (AcademicYear, String) {
    let used = try self.screenedYears()
    guard let year = input.year ?? used.first?.year else {
      throw Fault(
        .notFound, "nothing has been screened yet", maybe: "run 'elsec screen import' or 'elsec screen enter'")
    }
    if let screener = input.screener { return (year, screener) }
    let screeners = used.filter { $0.year == year }.map(\.screener)
    guard screeners.count == 1 else {
      throw Fault(
        screeners.isEmpty ? .notFound : .notValid,
        screeners.isEmpty ? "nothing was screened in \(year)" : "several screeners were used in \(year)",
        maybe: screeners.isEmpty ? "name another --year" : "name one: \(screeners.joined(separator: ", "))")
    }
    return (year, screeners[0])
  }
}

extension CohortFact {
  func row(screener: String, phase: Cohorts.ScreeningPhase) -> CohortRow {
    let outcome: Outcome =
      if !self.isScreened {
        .notScreened(reason: self.notScreenedReason?.rawValue ?? (self.hasOptedOut ? "opted-out" : "no result"))
      } else if let band = self.band, band != BandID.notNormed.rawValue {
        .band(band)
      } else {
        .notNormed
      }
    let sex: String? =
      switch self.sex {
      case .female: "female"
      case .male: "male"
      case nil: nil
      }
    return CohortRow(
      child: self.key, setting: self.setting, settingName: self.settingName, yearGroup: "\(self.yearGroup)",
      term: "\(self.academicYear.start)-\(self.term.rawValue)", sex: sex,
      eal: self.learnsEnglishAsAdditional, fsm: self.freeSchoolMeals, sen: self.senStatus?.rawValue,
      imdDecile: self.deprivationDecile, screener: screener, phase: phase, outcome: outcome)
  }
}

extension RowFilter {
  /// A term named alone, `autumn`, is that of the year.
  fileprivate func inYear(_ year: AcademicYear) -> RowFilter {
    var filter = self
    filter.terms = self.terms.map { Term(rawValue: $0) == nil ? $0 : "\(year.start)-\($0)" }
    return filter
  }
}
