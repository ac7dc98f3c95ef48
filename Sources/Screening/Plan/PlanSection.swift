// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A section of a plan: numbers only, so that walking it touches nothing counted.
struct PlanSection: Sendable {
  let ages: InclusiveRange
  /// The section's items in a sheet.
  let first: Int
  let count: Int
  /// The start item of the section's first month in `ScoringPlan.starts`.
  let starts: Int
  /// The section's first response in `ScoringPlan.marks`.
  let marks: Int
  /// 0: no basal rule.
  let basalRun: Int
  let creditsBelow: Bool
  let stepsBack: Bool
  /// 0: no ceiling rule.
  let ceilingRun: Int
  let highest: Int

  // Numbers of the texts that the section's flags have.
  let notForAge: Int
  let noBasal: Int
  let belowBasal: Int
  let ceiling: Int
  let afterCeiling: Int

  /// What a response does beside giving points.
  struct Mark: OptionSet, Sendable {
    let rawValue: UInt8
    static let meetsBasal = Mark(rawValue: 1)
    static let countsToCeiling = Mark(rawValue: 2)
  }

  init(_ section: PreparedSection, starts: Int, marks: Int, texts: inout PlanTexts) {
    func flag(_ kind: ScreeningFlag.Kind) -> Int {
      texts.add(ScreeningFlag(kind, section.id.rawValue).description)
    }
    self.ages = section.ages
    self.first = section.offset
    self.count = section.items.count
    self.starts = starts
    self.marks = marks
    self.basalRun = section.basal?.run ?? 0
    self.creditsBelow = section.basal?.creditBelow ?? false
    self.stepsBack = section.basal?.reverse ?? false
    self.ceilingRun = section.ceiling?.run ?? 0
    self.highest = section.points.highest
    self.notForAge = flag(.sectionNotForAge)
    self.noBasal = flag(.noBasal)
    self.belowBasal = flag(.belowBasal)
    self.ceiling = flag(.ceiling)
    self.afterCeiling = flag(.afterCeiling)
  }
}
