// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Scoring {
  /// Raises the flags of a complete route, and says in words where it led.
  mutating func judgeRoute() {
    guard let route = self.screener.route, let walk = self.routeWalk else { return }
    let path = self.path
    for flag in route.flags where walk.shows(flag.sign, on: route) {
      self.flags.append(ScreeningFlag(.route, flag.name))
      self.raised.insert(flag.name)
      self.trail.note("route", "\(flag.sign.rawValue): \(path)", flag.name)
    }
  }

  /// `S4 amber > S3 green`; empty before a section has a colour.
  var path: String {
    guard let route = self.screener.route, let walk = self.routeWalk else { return "" }
    return walk.steps.map { "\(self.section($0, route)) \(route.colours[$0.colour])" }.joined(separator: " > ")
  }

  /// A score that tells of the route; absent while a section on it has no colour.
  func routeScore(_ name: ScoreName, _ what: RouteScore.What) -> NamedScore {
    guard let route = self.screener.route, let walk = self.routeWalk, let own = walk.steps.first,
      walk.outcome == .complete, let last = walk.steps.last
    else { return NamedScore(name, .absent) }
    switch what {
    case .path: return NamedScore(name, .text(self.path))
    case .greenSection:
      return NamedScore(name, last.colour == route.last ? .text(self.section(last, route)) : .absent)
    case .ownSection: return NamedScore(name, .text(self.section(own, route)))
    case .ownColour: return NamedScore(name, .points(own.colour))
    case .ownPoints: return NamedScore(name, .points(own.tally.points))
    }
  }

  private func section(_ step: RouteWalk.Step, _ route: PreparedRoute) -> String {
    self.screener.sections[route.sections[step.step]].id.rawValue
  }
}
