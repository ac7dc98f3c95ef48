// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One child on the roll of a setting.
public struct ChildRow: ImportedRow, Hashable {
  /// SEN provision as the school census has it: none, SEN support, or an EHC plan.
  public enum SENProvision: String, Sendable, CaseIterable { case none = "N", support = "K", plan = "E" }

  /// How files of answers and of other systems name the child; unique in the area.
  public let reference: String
  public let setting: SettingReference
  public let givenName: String
  public let familyName: String
  public let birthDate: CivilDate
  public let sex: Sex?
  public let homeLanguage: HomeLanguage?
  public let hasAdditionalLanguage: Bool?
  public let hasFreeSchoolMeals: Bool?
  public let sen: SENProvision?
  /// Of where the child lives; 1 is the most deprived tenth.
  public let deprivationDecile: Int?
  /// Set for a child who is taught out of the year of their age.
  public let recordedYear: NCYear?
  public let weeksGestation: Int?
  /// Percent of waking hours in which the child hears English.
  public let englishExposure: Int?
  /// Completed months since the child began to hear English regularly.
  public let monthsInEnglish: Int?
  public let upn: UPN?
  public let nhsNumber: NHSNumber?
  /// Whether a parent or carer has said that the child is not to be screened, and when.
  public let optedOut: Bool
  public let optedOutOn: CivilDate?
  /// The day of a child's death.
  public let diedOn: CivilDate?
  /// Whether the file says that the child is invented.
  public let isMadeUp: Bool

  public var identity: String? { self.reference }
  public static let identityColumn = "child_ref"

  public static let layout = ImportLayout(
    "children",
    [
      .required("child_ref", also: ["child_id", "id"]), .required("setting", also: ["urn"]),
      .required("given_name", also: ["forename", "first_name"]),
      .required("family_name", also: ["surname", "last_name"]),
      .required("birth_date", also: ["date_of_birth", "dob"]), .init("sex", also: ["gender"]),
      .init("home_language", also: ["language"]), .init("eal"), .init("fsm"),
      .init("sen", also: ["sen_provision"]), .init("imd_decile"), .init("year_group", also: ["nc_year"]),
      .init("weeks_gestation"), .init("english_exposure_pct"), .init("months_in_english"), .init("upn"),
      .init("nhs_number"), .init("opt_out"), .init("opt_out_date"),
      .init("died_on", also: ["date_of_death"]), .init("made_up"),
    ],
    isPersonal: true
  )

  public init?(_ cells: inout ImportCells) {
    let reference = cells.required("child_ref")
    let setting = cells.requiredChecked("setting", "a URN or an Ofsted EY number", SettingReference.self)
    let givenName = cells.required("given_name")
    let familyName = cells.required("family_name")
    let birthDate = cells.requiredDate("birth_date")
    self.sex = cells.value("sex", "F or M", "write F or M, or leave it empty") {
      Sex(code: $0)
    }
    self.homeLanguage = cells.checked("home_language")
    self.hasAdditionalLanguage = cells.flag("eal")
    self.hasFreeSchoolMeals = cells.flag("fsm")
    self.sen = cells.value("sen", "E, K or N", "write E (plan), K (SEN support) or N (none)") {
      SENProvision(rawValue: $0.uppercased())
    }
    self.deprivationDecile = cells.integer("imd_decile", 1...10)
    self.recordedYear = cells.checked("year_group")
    self.weeksGestation = cells.integer("weeks_gestation", 22...44)
    self.englishExposure = cells.integer("english_exposure_pct", 0...100)
    self.monthsInEnglish = cells.integer("months_in_english", 0...300)
    self.upn = cells.checked("upn")
    self.nhsNumber = cells.checked("nhs_number")
    self.optedOutOn = cells.date("opt_out_date")
    self.diedOn = cells.date("died_on")
    self.isMadeUp = cells.flag("made_up") ?? false
    let optedOut = cells.flag("opt_out")
    self.optedOut = optedOut ?? (self.optedOutOn != nil)
    if optedOut == false, self.optedOutOn != nil {
      cells.problem(
        .importContradiction,
        "opt_out",
        "there is a date of opting out, but no opting out",
        "write yes in 'opt_out', or take the date away"
      )
    }
    guard cells.problems.isEmpty, let reference, let setting, let givenName, let familyName, let birthDate
    else { return nil }
    self.reference = reference
    self.setting = setting
    self.givenName = givenName
    self.familyName = familyName
    self.birthDate = birthDate
  }
}
