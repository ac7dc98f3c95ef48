// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
public import Vocabulary

extension Principal {
  static let manager = Principal(
    name: "Ada Manager",
    role: .manager,
    area: AreaRecord.telford.id,
    purpose: "storage test"
  )
  static let elsewhere = Principal(name: "Bo Manager", role: .manager, area: AreaRecord.shropshire.id)
}

extension AreaRecord {
  static let telford = AreaRecord(id: "E06000020", name: "Telford and Wrekin")
  static let shropshire = AreaRecord(id: "E06000051", name: "Shropshire")
}

extension ID: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
  ExpressibleByExtendedGraphemeClusterLiteral
{
  public init(stringLiteral value: String) { self.init(value) }
}

func date(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }
func isoWeek(_ text: String) -> SchoolWeek { SchoolWeek(text) ?? SchoolWeek(containing: date("2026-01-01")) }
let moment = Instant(microseconds: 1_790_000_000_123_456)
let definition = testHash([1, 2, 3])

extension SettingRecord {
  static let oak = SettingRecord(id: "123456", kind: .school, name: "Oak Primary", phase: .primary)
  static let elm = SettingRecord(id: "EY123456", kind: .earlyYears, name: "Elm Nursery", phase: .nursery)
}

extension StaffRecord {
  static let pat = StaffRecord(id: "p1", name: "Pat", role: "practitioner", skills: ["screen", "group"])
}

extension ChildRecord {
  static let amina = ChildRecord(
    id: "c1",
    setting: SettingRecord.oak.id,
    givenName: "Amina",
    familyName: "Zzyzxova",
    birthDate: date("2021-10-31")
  )
  static let ben = ChildRecord(
    id: "c2",
    setting: SettingRecord.oak.id,
    givenName: "Ben",
    familyName: "Qwertzuiop",
    birthDate: date("2021-02-28")
  )
}

extension CohortRecord {
  static let reception = CohortRecord(
    id: "k1",
    setting: SettingRecord.oak.id,
    academicYear: AcademicYear(of: date("2026-10-01")),
    term: .autumn,
    yearGroup: .reception,
    expected: 30
  )
}

extension EntryRecord {
  static let sitting = EntryRecord(
    id: "e1",
    child: "c1",
    cohort: "k1",
    phase: .baseline,
    screener: "demo",
    version: "1",
    definitionHash: definition,
    testDate: date("2026-11-30"),
    by: "Pat",
    startedAt: moment
  )
}

extension ScreeningRecord {
  static let first = ScreeningRecord(
    id: "s1",
    child: "c1",
    cohort: "k1",
    phase: .baseline,
    screener: "demo",
    version: "1",
    definitionHash: definition,
    testDate: date("2026-11-30"),
    ageMonths: 61,
    answers: #"{"U1":1}"#,
    scores: #"{"raw":11}"#,
    band: "amber",
    proposedTier: "targeted",
    by: "Pat",
    recordedAt: moment
  )

  static func amended(_ id: ScreeningID, _ earlier: ScreeningID, reason: String? = "typed wrongly") -> Self {
    var screening = ScreeningRecord(
      id: id,
      child: "c1",
      cohort: "k1",
      phase: .baseline,
      screener: "demo",
      version: "1",
      definitionHash: definition,
      testDate: date("2026-11-30"),
      band: "green",
      proposedTier: "universal",
      by: "Pat",
      recordedAt: moment
    )
    screening.supersedes = earlier
    screening.amendmentReason = reason
    return screening
  }
}

extension SecondRatingRecord {
  static func second(
    _ id: RatingID, of screening: ScreeningID = "s1", by rater: String = "Sam", answers: String = "U1=C"
  ) -> SecondRatingRecord {
    SecondRatingRecord(
      id: id,
      screening: screening,
      by: rater,
      answers: answers,
      scores: "raw=1",
      band: "amber",
      recordedAt: moment
    )
  }
}

extension DefinitionRecord {
  /// Its hash is that of the bytes 1, 2, 3.
  static let demo = DefinitionRecord(hash: definition, screener: "demo", version: "1", at: moment)
}

extension DefinitionFileRecord {
  static let demo = DefinitionFileRecord(hash: definition, name: "screener.yaml", bytes: [1, 2, 3])
}

extension TierConfirmationRecord {
  static let agreed = TierConfirmationRecord(
    id: "t1",
    screening: "s1",
    tier: "targeted",
    by: "Thea Therapist",
    role: .therapist,
    isOverride: false,
    at: moment
  )
}

extension DemandVisitRecord {
  static let group = DemandVisitRecord(
    id: "v1",
    setting: SettingRecord.oak.id,
    week: isoWeek("2026-W49"),
    kind: "group",
    programme: "talk",
    minutes: 40,
    weight: 400
  )
}

extension RotaRecord {
  static func draft(_ id: RotaID, _ weekText: String = "2026-W49") -> RotaRecord {
    RotaRecord(
      id: id,
      week: isoWeek(weekText),
      problem: "{}",
      answer: "{}",
      cost: 12,
      seed: 1,
      travelStatement: "estimated",
      by: "Ada Manager",
      at: moment
    )
  }
}

extension RotaAssignmentRecord {
  static func first(of rota: RotaID) -> RotaAssignmentRecord {
    RotaAssignmentRecord(
      rota: rota,
      visit: "v1",
      slot: 0,
      staff: "p1",
      day: date("2026-11-30"),
      start: 555,
      end: 595
    )
  }
}

extension RepairProposalRecord {
  static func offered(
    _ number: Int, in repair: RepairID = "x1", for held: RotaID = "r1", by person: String = "Ada Manager"
  ) -> RepairProposalRecord {
    RepairProposalRecord(
      repair: repair,
      number: number,
      held: held,
      disruptions: ["absent p1@2026-12-01", "cancelled v 7"],
      problem: "{}",
      answer: "{}",
      cost: 7,
      seed: 3,
      travelStatement: "estimated",
      by: person,
      at: moment
    )
  }
}

extension RepairAcceptanceRecord {
  static let accepted = RepairAcceptanceRecord(
    rota: "r1", held: "r1", repair: "x1", number: 2, disruptions: ["closed 123456@2026-12-01"], by: "Ada Manager",
    at: moment)
}

extension PlanRecord {
  static let plan = PlanRecord(
    id: "plan1",
    title: "Inclusion plan",
    periodFrom: date("2026-09-01"),
    periodTo: date("2027-08-31")
  )
}

extension EvidenceRecord {
  static func snapshot(_ id: EvidenceID, content: String = "screened,600") -> EvidenceRecord {
    EvidenceRecord(
      id: id,
      plan: "plan1",
      section: 3,
      kind: .elsecCohort,
      title: "Autumn cohort",
      content: content,
      sha256: testHash(Array(content.utf8)),
      pulledBy: "Ada Manager",
      pulledAt: moment
    )
  }
}

extension TestStore {
  /// Oak, its reception cohort, two children in it, Pat, and one visit.
  func fill() async throws {
    try await self.write { records in
      try records.put([SettingRecord.oak, .elm])
      try records.put(StaffRecord.pat)
      try records.put([ChildRecord.amina, .ben])
      try records.put(CohortRecord.reception)
      try records.place(["c1", "c2"], in: "k1")
      try records.put(.group, for: ["c1", "c2"])
      try records.add(
        .plan,
        sections: (1...12).map { PlanSectionRecord(plan: "plan1", number: $0, heading: "Section \($0)") }
      )
    }
  }
}
