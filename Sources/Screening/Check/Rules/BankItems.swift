// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// An item bank's numbers have a meaning, each item stands in it once, and it has a location for every step of the
/// item's responses.
struct BankItems: DefinitionRule {
  static let code = "screener.bank"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.banks.flatMap { self.findings(in: $0, definition) } + self.lacking(definition) + self.holes(definition)
  }

  /// A model of steps reads points that are one apart.
  private func holes(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    let sections = Set(
      definition.scores.flatMap { score -> [SectionID] in
        if case .ability(let ability) = score.kind { ability.sections } else { [] }
      }
    )
    let used = Set(sections.compactMap { definition.section($0)?.use })
    return definition.responses.filter { used.contains($0.id) }.compactMap { set in
      guard let points = set.points, ResponsePoints.allows(points.lowest), ResponsePoints.allows(points.highest),
        let missing = (points.lowest...points.highest).first(where: { points in
          !set.options.contains { $0.value == .points(points) }
        })
      else { return nil }
      return self.finding(
        DefinitionPath("responses", set.id.rawValue),
        "no response of \(set.id) is worth \(missing), and an item bank reads points that are one apart",
        remedy: "give the responses the points \(points.lowest), \(points.lowest + 1) and so on"
      )
    }
  }

  private func findings(in parameters: ItemParameters, _ definition: ScreenerDefinition) -> [DefinitionFinding] {
    let path = DefinitionPath("banks", parameters.id.rawValue)
    let bank = parameters.bank
    let problems = bank.problems.compactMap { problem -> DefinitionFinding? in
      // How many thresholds there must be follows from the responses, below.
      guard problem.reason != .thresholdCount else { return nil }
      let place = problem.reason == .scaling ? path["d"] : problem.position.map { path["rows"][$0] } ?? path
      return self.finding(place, problem.message, remedy: problem.remedy)
    }
    let steps = bank.items.enumerated().compactMap { index, item -> DefinitionFinding? in
      guard let steps = Self.steps(of: item.code, in: definition), item.thresholds.count != steps else { return nil }
      return self.finding(
        path["rows"][index],
        "\(item.code) has \(item.thresholds.count) thresholds and responses worth \(steps + 1) different points",
        remedy: "give \(steps), one from each point to the next"
      )
    }
    return problems + steps
  }

  /// Every item of an ability's sections is in its bank, or its answer would count for nothing.
  private func lacking(_ definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      guard case .ability(let ability) = score.kind, let bank = definition.bank(ability.bank) else { return [] }
      let known = Set(bank.rows.map(\.code))
      let own = ability.sections.compactMap(definition.section).flatMap { $0.items.map(\.code) }
      let missing = own.filter { !known.contains($0) }
      let foreign = bank.rows.map(\.code).filter { !own.contains($0) }
      return [
        missing.first.map {
          self.finding(
            score.path["irt"],
            "\(missing.count) items of \(score.name) are not in the bank \(bank.id), the first is \($0)",
            remedy: "add them to \(bank.file), or move them to another section"
          )
        },
        foreign.first.map {
          self.finding(
            score.path["of"],
            "the bank \(bank.id) has \($0), which no section of \(score.name) holds",
            remedy: "name its section, or take it out of \(bank.file)"
          )
        },
      ].compactMap(\.self)
    }
  }

  /// How many points an item can rise by; `nil` for an item that is not there.
  private static func steps(of item: ItemCode, in definition: ScreenerDefinition) -> Int? {
    guard let section = definition.sections.first(where: { $0.items.contains { $0.code == item } }),
      let points = definition.responseSet(section.use)?.points, ResponsePoints.allows(points.lowest),
      ResponsePoints.allows(points.highest)
    else { return nil }
    return points.highest - points.lowest
  }
}
