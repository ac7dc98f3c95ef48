// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A child. NHS number and UPN stand apart in ``ChildIdentifierRecord``.
public struct ChildRecord: Sendable, Hashable {
  /// How the files of the area name the child; unique in it. Never a UPN or an NHS number: those are kept apart.
  public let id: ChildID
  public var setting: SettingID?
  public var givenName: String
  public var familyName: String
  public var birthDate: CivilDate
  public var sex: Sex?
  /// Codes in the order they were given.
  public var homeLanguages: [String]
  public var learnsEnglishAsAdditional: Bool?
  public var freeSchoolMeals: Bool?
  public var senStatus: SENStatus?
  /// 1 (most deprived) to 10.
  public var deprivationDecile: Int?
  /// Completed weeks at birth, where a screener corrects for it.
  public var weeksGestation: Int?
  /// Percent of waking hours in which the child hears English.
  public var englishExposure: Int?
  /// Completed months since the child began to hear English regularly.
  public var monthsInEnglish: Int?
  /// Set when the child is taught out of the year that the birth date gives.
  public var yearGroupOverride: NCYear?
  /// The day from which the child is not to be screened.
  public var optedOut: CivilDate?
  /// Who said so, by role: `parent letter`.
  public var optOutSource: String?
  /// The day of a child's death; decides how long the record is kept.
  public var diedOn: CivilDate?

  public init(
    id: ChildID,
    setting: SettingID? = nil,
    givenName: String,
    familyName: String,
    birthDate: CivilDate,
    sex: Sex? = nil,
    homeLanguages: [String] = [],
    learnsEnglishAsAdditional: Bool? = nil,
    freeSchoolMeals: Bool? = nil,
    senStatus: SENStatus? = nil,
    deprivationDecile: Int? = nil,
    weeksGestation: Int? = nil,
    englishExposure: Int? = nil,
    monthsInEnglish: Int? = nil,
    yearGroupOverride: NCYear? = nil,
    optedOut: CivilDate? = nil,
    optOutSource: String? = nil,
    diedOn: CivilDate? = nil
  ) {
    self.id = id
    self.setting = setting
    self.givenName = givenName
    self.familyName = familyName
    self.birthDate = birthDate
    self.sex = sex
    self.homeLanguages = homeLanguages
    self.learnsEnglishAsAdditional = learnsEnglishAsAdditional
    self.freeSchoolMeals = freeSchoolMeals
    self.senStatus = senStatus
    self.deprivationDecile = deprivationDecile
    self.weeksGestation = weeksGestation
    self.englishExposure = englishExposure
    self.monthsInEnglish = monthsInEnglish
    self.yearGroupOverride = yearGroupOverride
    self.optedOut = optedOut
    self.optOutSource = optOutSource
    self.diedOn = diedOn
  }
}

extension ChildRecord: TableRow {
  static let table = TableShape(
    "child",
    key: 1,
    [
      "id", "setting", "given_name", "family_name", "birth_date", "sex", "home_languages",
      "learns_english_as_additional", "free_school_meals", "sen_status", "deprivation_decile",
      "weeks_gestation", "english_exposure", "months_in_english", "year_group_override", "opted_out", "opt_out_source",
      "died_on",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      setting: try row.next(),
      givenName: try row.next(),
      familyName: try row.next(),
      birthDate: try row.next(),
      sex: try row.next(),
      homeLanguages: try row.next(),
      learnsEnglishAsAdditional: try row.next(),
      freeSchoolMeals: try row.next(),
      senStatus: try row.next(),
      deprivationDecile: try row.next(),
      weeksGestation: try row.next(),
      englishExposure: try row.next(),
      monthsInEnglish: try row.next(),
      yearGroupOverride: try row.next(),
      optedOut: try row.next(),
      optOutSource: try row.next(),
      diedOn: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.setting.column, self.givenName.column, self.familyName.column,
      self.birthDate.column, self.sex.column, self.homeLanguages.column,
      self.learnsEnglishAsAdditional.column, self.freeSchoolMeals.column, self.senStatus.column,
      self.deprivationDecile.column, self.weeksGestation.column, self.englishExposure.column,
      self.monthsInEnglish.column, self.yearGroupOverride.column, self.optedOut.column,
      self.optOutSource.column, self.diedOn.column,
    ]
  }
}
