// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// Small made-up screeners for 36 to 71 months without languages, tiers or anything else that a test does not add.
enum Small {
  static func definition(
    _ sections: [ScreenerSection],
    _ scores: [(String, ScoreDeclaration.Kind)],
    change: (inout ScreenerDefinition) -> Void = { _ in }
  ) -> ScreenerDefinition {
    var definition = OpenDemo.definition
    definition.age.preterm = nil
    definition.normsApply = nil
    definition.sections = sections
    let used = Set(sections.map(\.use))
    definition.responses =
      [numbers, OpenDemo.responses("bit", [("Y", 1), ("N", 0), ("X", nil)])]
      + OpenDemo.definition.responses + [OpenDemo.responses("four", [("A", 0), ("B", 1), ("C", 2), ("D", 3)])]
    definition.responses.removeAll { !used.contains($0.id) }
    definition.administer = []
    definition.scores = scores.map { ScoreDeclaration(name: ScoreName($0.0), kind: $0.1) }
    definition.norms = []
    definition.bands = []
    definition.tiers = []
    definition.rescreen = nil
    change(&definition)
    return definition
  }

  static let numbers = ResponseSet(id: ResponseSetID("num"), numbers: InclusiveRange(1, 160))

  /// One item, N1, at which a number from 1 to 160 is typed.
  static let number = OpenDemo.section("N", "num", 1)

  static func sum(_ section: String) -> ScoreDeclaration.Kind { .sum(SumScore(sections: [SectionID(section)])) }
}

extension ScreenerDefinition {
  /// Scores answers such as `U1 C U2 I` at so many months.
  func result(_ text: String, months: Int = 50, explaining: Bool = false) throws -> ScreeningResult {
    try PreparedScreener(self).score(answers(text), in: OpenDemo.child(months: months), explaining: explaining)
  }
}

extension ScreeningResult {
  func number(_ name: String) -> Double? { self.score(ScoreName(name))?.number }
  func text(_ name: String) -> String? { self.score(ScoreName(name))?.text }

  func interval(_ name: String) -> (low: Double, high: Double)? {
    if case .interval(let low, let high)? = self.score(ScoreName(name))?.value { (low, high) } else { nil }
  }

  /// The detail and the outcome of every step under this name.
  func words(_ what: String) -> [String] {
    self.steps.filter { $0.what == what }.map { "\($0.detail): \($0.value)" }
  }
}
