// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// Items whose points are added up: a section, or a sum score over sections with its weights.
public struct ItemScale: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let code: ItemCode
    /// By response; codes that mean a missing observation are not in it. Reversed and weighted as they count.
    let points: [ResponseCode: Double]
    /// The most points.
    let most: Double
  }

  /// `section:U` or the sum's name.
  public let name: String
  public let items: [Item]

  /// Every sum score in declared order, then every section that no sum counts alone and unweighted.
  public static func all(of definition: ScreenerDefinition) -> [ItemScale] {
    var scales: [ItemScale] = []
    var alone: Set<SectionID> = []
    for score in definition.scores {
      guard case .sum(let sum) = score.kind else { continue }
      let sections = definition.sections.filter { sum.sections.contains($0.id) }
      if sections.count == 1, sum.weights.isEmpty { alone.formUnion(sections.map(\.id)) }
      scales.append(
        ItemScale(
          name: score.name.rawValue,
          items: sections.flatMap { Self.items(of: $0, weights: sum.weights, in: definition) }))
    }
    for section in definition.sections where !alone.contains(section.id) {
      scales.append(
        ItemScale(name: "section:\(section.id)", items: Self.items(of: section, weights: [:], in: definition)))
    }
    return scales
  }

  private static func items(
    of section: ScreenerSection, weights: [ItemCode: Int], in definition: ScreenerDefinition
  ) -> [Item] {
    guard let set = definition.responses.first(where: { $0.id == section.use }), let range = set.points else {
      return []
    }
    return section.items.map { item in
      let weight = Double(weights[item.code] ?? 1)
      var points: [ResponseCode: Double] = [:]
      for option in set.options {
        guard case .points(let value) = option.value else { continue }
        let counted =
          item.reverse ? Double(range.lowest) + Double(range.highest) - Double(value) : Double(value)
        points[option.code] = counted * weight
      }
      return Item(code: item.code, points: points, most: Double(range.highest) * weight)
    }
  }

  /// Points by item; `nil` where the item was not answered, not observed or not given.
  public func points(of answers: ScreeningAnswers) -> [Double?] {
    self.items.map { item in answers[item.code].flatMap { item.points[$0] } }
  }

  /// 1 for the most points of an item, 0 for fewer.
  public func full(of answers: ScreeningAnswers) -> [Int?] {
    zip(self.items, self.points(of: answers)).map { item, points in points.map { $0 >= item.most ? 1 : 0 } }
  }
}
