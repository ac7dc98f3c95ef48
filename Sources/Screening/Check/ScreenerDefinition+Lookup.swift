// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension ScreenerDefinition {
  func responseSet(_ id: ResponseSetID) -> ResponseSet? { self.responses.first { $0.id == id } }
  func section(_ id: SectionID) -> ScreenerSection? { self.sections.first { $0.id == id } }
  func score(_ name: ScoreName) -> ScoreDeclaration? { self.scores.first { $0.name == name } }
  func table(_ id: NormsID) -> NormTable? { self.norms.first { $0.id == id } }

  func path(to section: SectionID) -> DefinitionPath {
    DefinitionPath("sections")[self.sections.firstIndex { $0.id == section } ?? 0]
  }

  /// Lowest and highest points of a sum or of sums added; `nil` for other kinds, where a code leads
  /// nowhere, and for points beyond the limit of ``ResponsePoints``. Items after a ceiling count 0, so with a ceiling the lowest is at most 0.
  func attainablePoints(_ name: ScoreName) -> InclusiveRange? {
    guard let index = self.scores.firstIndex(where: { $0.name == name }) else { return nil }
    switch self.scores[index].kind {
    case .sum(let sum):
      var (lowest, highest) = (0, 0)
      for id in sum.sections {
        guard let section = self.section(id), let points = self.responseSet(section.use)?.points,
          ResponsePoints.allows(points.lowest), ResponsePoints.allows(points.highest)
        else { return nil }
        let stops = self.administer.contains { $0.section == id && $0.ceiling != nil }
        for _ in section.items {
          lowest += stops ? min(0, points.lowest) : points.lowest
          highest += points.highest
        }
      }
      return InclusiveRange(lowest, highest)
    case .add(let add):
      var (lowest, highest) = (0, 0)
      for part in add.scores {
        // Only earlier scores: a cycle ends here and not in a crash.
        guard let earlier = self.scores.firstIndex(where: { $0.name == part }), earlier < index,
          let points = self.attainablePoints(part)
        else { return nil }
        lowest += points.lowest
        highest += points.highest
      }
      return InclusiveRange(lowest, highest)
    default: return nil
    }
  }
}

extension ScoreDeclaration {
  /// The keys under which a definition names earlier scores, with the names.
  var references: [(key: String, score: ScoreName)] {
    switch self.kind {
    case .sum: []
    case .add(let add): add.scores.map { ("add", $0) }
    case .lms(let lms): [("of", lms.of)]
    case .scale(let scale): [("scale", scale.of)]
    case .percentile(let percentile): [("percentile", percentile.of)]
    case .trueScore(let interval): [("true-score", interval.of)]
    case .ageEquivalent(let equivalent): [("age-equivalent", equivalent.of)]
    case .reliableChange(let change): [("reliable-change", change.of)]
    }
  }

  var path: DefinitionPath { DefinitionPath("scores", self.name.rawValue) }
}
