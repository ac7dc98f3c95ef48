// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Scoring {
  /// The completed months that everything is looked up by, or `nil` when the screener refuses the age.
  mutating func ageForNorms() -> Int? {
    let policy = self.screener.definition.age
    let months = self.age.months
    self.trail.note(
      "age",
      "born \(self.context.birthDate), seen \(self.context.testDate): \(self.age.chronological) "
        + "by the \(policy.rule.rawValue) rule",
      "\(self.age.chronological.completedMonths) months"
    )
    if self.age.correctedMonths != nil, let gestation = self.context.gestation {
      self.flags.append(ScreeningFlag(.pretermCorrected))
      self.trail.note(
        "age",
        "born at \(gestation) weeks: counted from the due date, \(Gestation.term - gestation.inDays) days later",
        "\(months) months"
      )
    }
    if policy.range.contains(months) { return months }
    switch policy.outside {
    case .refuse:
      self.flags.append(ScreeningFlag(.ageOutside))
      self.trail.note("age", "the screener is for \(policy.range) months", "not scored")
      return nil
    case .nearestFlagged:
      let nearest = months < policy.range.lowest ? policy.range.lowest : policy.range.highest
      self.flags.append(ScreeningFlag(.ageNearest, "\(nearest)"))
      self.trail.note(
        "age",
        "the screener is for \(policy.range) months: the nearest is taken",
        "\(nearest) months"
      )
      return nearest
    }
  }

  /// Whether the norms may be applied at all; a child is normed when every home language is one the norms
  /// were made with.
  mutating func checkNormsApply() {
    guard let rule = self.screener.definition.normsApply else { return }
    let listed = rule.homeLanguages.joined(separator: ", ")
    if self.context.homeLanguages.isEmpty {
      if rule.notStated == .notNormed {
        self.notNormed = "home-language"
        self.flags.append(ScreeningFlag(.notNormed, "home-language"))
      } else {
        self.flags.append(ScreeningFlag(.notStated, "home-language"))
      }
      self.trail.note(
        "norms apply",
        "no home language is stated; the norms are for \(listed)",
        rule.notStated == .notNormed ? "no" : "yes, flagged"
      )
    } else if self.context.homeLanguages.allSatisfy(rule.homeLanguages.contains) {
      self.trail.note("norms apply", "every home language is one of \(listed)", "yes")
    } else {
      self.notNormed = "home-language"
      self.flags.append(ScreeningFlag(.notNormed, "home-language"))
      self.trail.note("norms apply", "not every home language is one of \(listed)", "no")
    }
    self.checkAnswerLanguages(against: rule, listed)
  }

  /// An answer that was given in a language the norms were not made with makes the child not normed.
  private mutating func checkAnswerLanguages(against rule: NormsApply, _ listed: String) {
    guard !self.context.answerLanguages.allSatisfy(rule.homeLanguages.contains) else { return }
    self.notNormed = self.notNormed ?? "answer-language"
    self.flags.append(ScreeningFlag(.notNormed, "answer-language"))
    self.trail.note("norms apply", "an answer was given in a language that is not one of \(listed)", "no")
  }
}
