// SPDX-License-Identifier: Apache-2.0

public import Screening
import Vocabulary

/// How often an item was left without an observation, by item and by rater.
///
/// In a section that is given whole to a child of its age, an item without a code is missing. In a section with a
/// start, basal, ceiling or adaptive rule, or of a routed screener, an item without a code may never have been
/// due: it is left out, and only codes that mean a missing observation count.
public struct MissingReport: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let name: String
    public let missing: Int
    /// The share missing of the observations that were due.
    public let rate: Figure
  }

  public let items: [Line]
  /// By name.
  public let raters: [Line]

  public init(_ rows: [RatedChild], of definition: ScreenerDefinition) {
    let ruled = Set(definition.administer.map(\.section))
    var raters: [String: (missing: Int, due: Int)] = [:]
    var lines: [Line] = []
    for section in definition.sections {
      let isWhole = definition.route == nil && !ruled.contains(section.id)
      let options = definition.responses.first { $0.id == section.use }?.options ?? []
      let missingCodes = Set(options.filter { $0.value == .missing }.map(\.code))
      for item in section.items {
        var (missing, due) = (0, 0)
        for row in rows {
          let answer = row.answers[item.code]
          guard answer != nil || (isWhole && row.ageMonths.map { section.ages.contains($0) } == true) else {
            continue
          }
          let isMissing = answer.map { missingCodes.contains($0) } ?? true
          due += 1
          missing += isMissing ? 1 : 0
          raters[row.rater, default: (0, 0)].due += 1
          raters[row.rater, default: (0, 0)].missing += isMissing ? 1 : 0
        }
        lines.append(Self.line(item.code.rawValue, missing, of: due))
      }
    }
    self.items = lines
    self.raters = raters.sorted { $0.key < $1.key }.map { Self.line($0.key, $0.value.missing, of: $0.value.due) }
  }

  private static func line(_ name: String, _ missing: Int, of due: Int) -> Line {
    Line(
      name: name, missing: missing,
      rate: Figure(due, needed: QualityMinimum.missing, of: "observations due") { () throws(NoEstimate) in
        try WilsonInterval.proportion(missing, of: due)
      })
  }
}
