// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A made-up child, with the answers given at each screening.
public struct FictionalChild: Sendable, Hashable {
  /// `MADEUP-2026-0001`
  public let reference: String
  public let setting: String
  public let cycle: FictionalCycle
  /// `N2` or `R`, in the cycle's school year.
  public let yearGroup: String
  public let givenName: String
  public let familyName: String
  public let birthDate: CivilDate
  /// `F` or `M`.
  public let sex: String
  /// A code of the school census.
  public let homeLanguage: String
  public let hasFreeSchoolMeals: Bool
  /// `N`, `K` or `E`.
  public let sen: String
  public let deprivationDecile: Int
  /// Percent of waking hours in English, where that is not the home language.
  public let englishExposure: Int?
  public let upn: String?
  public let nhsNumber: String?
  public let optedOutOn: CivilDate?
  /// `nil` when the child was absent, had opted out or had left.
  public let baseline: FictionalAnswers?
  public let followUp: FictionalAnswers?

  public var isPreSchool: Bool { self.yearGroup == "N2" }
}

/// What was written down for one child on one day: a response code an item; no entry for an item that was
/// not given.
public struct FictionalAnswers: Sendable, Hashable {
  public let testDate: CivilDate
  /// By item code, `U1` to `U8` and `E1` to `E6`.
  public let codes: [String: String]

  public init(testDate: CivilDate, codes: [String: String]) {
    self.testDate = testDate
    self.codes = codes
  }

  public static let items =
    (1...8).map { "U\($0)" } + (1...6).map { "E\($0)" }
}
