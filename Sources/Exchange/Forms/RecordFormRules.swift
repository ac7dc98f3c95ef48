// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// What the person giving a section must know, in words.
struct RecordFormRules {
  let lines: [String]

  init(_ definition: ScreenerDefinition, _ section: ScreenerSection, language: String) {
    var lines: [String] = []
    let isRouted = definition.route?.sections.contains(section.id) == true
    if isRouted, let route = definition.route {
      lines.append(
        "The first section for children of \(RecordFormView.age(section.ages.lowest)) to "
          + "\(RecordFormView.age(section.ages.highest)). Not \(route.colours.last ?? "")? Give the section for the age below."
      )
    } else if section.ages != definition.age.range {
      lines.append(
        "Only for children of \(RecordFormView.age(section.ages.lowest)) to \(RecordFormView.age(section.ages.highest))."
      )
    }
    if let set = definition.responses(of: section) { lines.append(Self.answers(set)) }
    let reversed = section.items.filter(\.reverse).map(\.code.rawValue)
    if !reversed.isEmpty { lines.append("Turned round when scored: \(reversed.joined(separator: ", ")).") }
    if let rule = definition.administer.first(where: { $0.section == section.id }) {
      if let adaptive = rule.adaptive {
        lines.append(
          "On a screen the items are chosen one by one; on paper give at least \(adaptive.stop.least), and all you can."
        )
      }
      if !rule.start.isEmpty { lines.append("Start at the item marked for the child's age.") }
      if let basal = rule.basal {
        let credit =
          basal.creditBelow && basal.double == .nearestCeiling
          ? "; of two such runs the last counts, and the items above it on the page count full points"
          : basal.creditBelow ? "; the items above it on the page then count full points without being asked" : ""
        lines.append("Basal: \(basal.run) in a row \(Self.codes(basal.of))\(credit).")
        if basal.reverse {
          lines.append("Without it, go back one item at a time until it is reached or the first item is given.")
        }
      }
      if let ceiling = rule.ceiling {
        lines.append(
          "Stop after \(ceiling.run) in a row \(Self.codes(ceiling.of)); the rest of the section is not given and counts 0."
        )
      }
    }
    self.lines = lines
  }

  private static func codes(_ codes: [ResponseCode]) -> String { codes.map(\.rawValue).joined(separator: " or ") }

  private static func answers(_ set: ResponseSet) -> String {
    if let numbers = set.numbers { return "Write a whole number, \(numbers)." }
    let answers = set.options.map { option in
      if case .points(let points) = option.value {
        "\(option.code) = \(points)"
      } else {
        "\(option.code) = not counted"
      }
    }
    return "One box an item: \(answers.joined(separator: ", "))."
  }
}
