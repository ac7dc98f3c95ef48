// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A response set has at least two different points, each between -1000 and 1000, and each of its codes can be
/// typed with a key of its own.
struct ResponsePoints: DefinitionRule {
  static let code = "screener.responses"
  static let limit = 1000

  static func allows(_ points: Int) -> Bool { (-Self.limit...Self.limit).contains(points) }

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.responses.flatMap { set -> [DefinitionFinding] in
      let path = DefinitionPath("responses", set.id.rawValue)
      var found: [DefinitionFinding] = []
      if set.isNumber, set.options.isEmpty {
        return [
          self.finding(
            path,
            "the numbers of \(set.id) run the wrong way, or are more than \(ResponseSet.mostNumbers)",
            remedy: "give the lowest number as from and the highest as to"
          )
        ]
      }
      if set.isNumber, let points = set.points, !Self.allows(points.lowest) || !Self.allows(points.highest) {
        return [
          self.finding(
            path,
            "the numbers of \(set.id) are \(points)",
            remedy: "keep numbers between -\(Self.limit) and \(Self.limit)"
          )
        ]
      }
      for option in set.options {
        if case .points(let points) = option.value, !Self.allows(points) {
          found.append(
            self.finding(
              path[option.code.rawValue],
              "\(option.code) is worth \(points) points",
              remedy: "keep points between -\(Self.limit) and \(Self.limit)"
            )
          )
        }
      }
      if set.points.map({ $0.lowest == $0.highest }) ?? true {
        found.append(
          self.finding(
            path,
            "the responses of \(set.id) do not differ in points",
            remedy: "give at least two codes different points"
          )
        )
      }
      if set.keys == nil, !set.isNumber {
        found.append(
          self.finding(
            path,
            "the codes of \(set.id) have no key each",
            remedy: "choose codes whose letters and digits leave one free for every code"
          )
        )
      }
      return found
    }
  }
}
