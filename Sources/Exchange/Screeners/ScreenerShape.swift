// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// What an exchange format has to know about a definition beside its own values.
extension ScreenerDefinition {
  func responses(of section: ScreenerSection) -> ResponseSet? { self.responses.first { $0.id == section.use } }

  /// The words of an item; `nil` where it has only its code.
  func words(of item: ScreenerItem, in language: String = "en") -> String? {
    let words = item.text.text(in: language)
    return words.isEmpty || words == item.code.rawValue ? nil : words
  }

  /// The items whose points a score adds, each once and with nothing else done to them; `nil` for every other kind
  /// of score: prorated, weighted, on a route, with items that need not be answered, over a section with a start, basal or ceiling, or a sum of such.
  func plainSum(_ name: ScoreName) -> [(section: ScreenerSection, item: ScreenerItem)]? {
    guard let index = self.scores.firstIndex(where: { $0.name == name }) else { return nil }
    switch self.scores[index].kind {
    case .sum(let sum):
      guard sum.missing.allow == 0, sum.weights.isEmpty, self.route == nil else { return nil }
      var items: [(section: ScreenerSection, item: ScreenerItem)] = []
      for id in sum.sections {
        guard let section = self.sections.first(where: { $0.id == id }),
          !self.administer.contains(where: { $0.section == id })
        else { return nil }
        items += section.items.map { (section, $0) }
      }
      return items
    case .add(let add):
      // Only earlier scores, so that a definition that goes round in a circle ends.
      let earlier = Set(self.scores[..<index].map(\.name))
      let sums = add.scores.map { earlier.contains($0) ? self.plainSum($0) : nil }
      let items = sums.compactMap(\.self).flatMap(\.self)
      guard !sums.contains(where: { $0 == nil }), Set(items.map(\.item.code)).count == items.count else { return nil }
      return items
    default: return nil
    }
  }
}

extension ResponseSet {
  /// From and to, when whole numbers are typed and not chosen.
  var numbers: InclusiveRange? { self.isNumber ? self.points : nil }
}
