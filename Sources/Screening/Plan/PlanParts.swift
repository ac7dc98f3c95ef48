// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The items, codes and sections of a screener laid flat.
struct PlanParts {
  var codes = PlanCodes()
  var items: [(table: Int, worth: Int)] = []
  var worth: [Int32] = []
  var sections: [PlanSection] = []
  var starts: [Int] = []
  var marks: [PlanSection.Mark] = []

  mutating func add(_ section: PreparedSection, texts: inout PlanTexts) {
    let table = self.codes.add(section.options.map(\.code.rawValue))
    let months = section.ages.lowest...section.ages.highest
    self.sections.append(
      PlanSection(section, starts: self.starts.count, marks: self.marks.count, texts: &texts))
    self.starts.append(contentsOf: months.map(section.start(atMonths:)))
    self.marks.append(
      contentsOf: section.options.map { option in
        var mark: PlanSection.Mark = []
        if option.meetsBasal { mark.insert(.meetsBasal) }
        if option.countsToCeiling { mark.insert(.countsToCeiling) }
        return mark
      })
    for index in section.items.indices {
      self.items.append((table, self.worth.count))
      self.worth.append(
        contentsOf: section.options.indices.map { response in
          section.points(of: Int16(response), forItem: index).map { Int32($0) } ?? ScoringPlan.noPoints
        })
    }
  }
}
