// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What is known of the child beside the answers.
public struct ScreeningContext: Hashable, Sendable {
  public var birthDate: CivilDate
  public var testDate: CivilDate
  /// CBDS codes; empty when not stated.
  public var homeLanguages: [String]
  /// `nil`: not known; no preterm correction is made.
  public var gestation: Gestation?
  public var concerns: Set<Concern>
  /// Percent of waking hours in which the child hears English. Shown to whoever reads the result; never scored.
  public var englishExposure: Int?
  /// Completed months since the child began to hear English regularly. Shown, never scored.
  public var monthsInEnglish: Int?
  /// CBDS codes of the languages in which answers were given, where the answers themselves do not say.
  public var answerLanguages: [String]

  public init(
    birthDate: CivilDate,
    testDate: CivilDate,
    homeLanguages: [String] = [],
    gestation: Gestation? = nil,
    concerns: Set<Concern> = [],
    englishExposure: Int? = nil,
    monthsInEnglish: Int? = nil,
    answerLanguages: [String] = []
  ) {
    self.birthDate = birthDate
    self.testDate = testDate
    self.homeLanguages = homeLanguages
    self.gestation = gestation
    self.concerns = concerns
    self.englishExposure = englishExposure
    self.monthsInEnglish = monthsInEnglish
    self.answerLanguages = answerLanguages
  }
}
