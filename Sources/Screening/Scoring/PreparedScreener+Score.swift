// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension PreparedScreener {
  /// Scores one child.
  ///
  /// Throws the faults of ``sheet(of:)``, and `screening.test-before-birth`. An age the screener refuses is not
  /// an error: the result then has no scores, no band and no tier, and the flag `age-outside`.
  ///
  /// - Parameter explaining: also give every step in words, at some tens of microseconds.
  public func score(
    _ answers: ScreeningAnswers,
    in context: ScreeningContext,
    explaining: Bool = false
  ) throws -> ScreeningResult {
    var context = context
    context.answerLanguages += answers.languages.values.sorted()
    return try self.score(self.sheet(of: answers), in: context, explaining: explaining)
  }

  /// Scores one child's sheet; see ``score(_:in:explaining:)-(ScreeningAnswers,_,_)``.
  public func score(
    _ sheet: AnswerSheet,
    in context: ScreeningContext,
    explaining: Bool = false
  ) throws -> ScreeningResult {
    guard
      let age = ScreeningAge(
        birth: context.birthDate,
        test: context.testDate,
        gestation: context.gestation,
        policy: self.definition.age
      )
    else {
      throw Fault(
        .testBeforeBirth,
        "the test date is before the birth date",
        maybe: "check the year of both dates"
      )
    }
    guard sheet.responses.count == self.items.count else {
      throw Fault(.wrongItemCount, "the answer sheet was made for another screener")
    }
    var scoring = Scoring(self, sheet, context, age, explaining: explaining)
    return scoring.result()
  }

  /// The result of a row that cannot be read: nothing scored, and the broken rule as a flag.
  public func unscored(because fault: Fault, age: ScreeningAge? = nil) -> ScreeningResult {
    ScreeningResult(
      screener: self.definition.id,
      version: self.definition.version,
      definitionHash: self.definition.hash,
      age: age,
      ageMonths: age?.months,
      scores: self.scores.map { NamedScore($0.name, .absent) },
      band: nil,
      tier: nil,
      flags: [ScreeningFlag(.unscorable, fault.code.name)],
      steps: []
    )
  }
}
