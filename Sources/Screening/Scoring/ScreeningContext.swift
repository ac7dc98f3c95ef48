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

  public init(
    birthDate: CivilDate,
    testDate: CivilDate,
    homeLanguages: [String] = [],
    gestation: Gestation? = nil,
    concerns: Set<Concern> = []
  ) {
    self.birthDate = birthDate
    self.testDate = testDate
    self.homeLanguages = homeLanguages
    self.gestation = gestation
    self.concerns = concerns
  }
}
