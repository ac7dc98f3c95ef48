// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

extension SlowScorer {
  /// The sections that were given, own one first, with points and colour; whether the route came to its end.
  struct Path {
    var steps: [(section: String, points: Int, colour: String)] = []
    var isComplete = true
  }

  func path(_ answers: ScreeningAnswers, _ months: Int) -> Path {
    var path = Path()
    guard let route = definition.route else { return path }
    let young = route.sections.map { id in definition.sections.filter { $0.id == id }[0] }.filter {
      $0.ages.lowest <= months
    }
    for section in young.sorted(by: { $0.ages.lowest > $1.ages.lowest }) {
      let values = values(section, answers, months)
      guard values.allSatisfy({ $0 != nil }) else {
        path.isComplete = false
        return path
      }
      let points = values.compactMap(\.self).reduce(0, +)
      var colour = route.colours[0]
      let cuts = route.cuts.filter { $0.section == section.id }[0].points
      for (cut, name) in zip(cuts, route.colours.dropFirst()) where points >= cut { colour = name }
      path.steps.append((section.id.rawValue, points, colour))
      if colour == route.colours.last { return path }
    }
    return path
  }

  func signs(on path: Path) -> Set<String> {
    guard let route = definition.route, path.isComplete else { return [] }
    let colours = path.steps.map(\.colour)
    let amber = route.colours[route.colours.count - 2]
    var raised: Set<String> = []
    for flag in route.flags {
      switch flag.sign {
      case .twoAmberRunning:
        for index in colours.indices.dropFirst() where colours[index] == amber && colours[index - 1] == amber {
          raised.insert(flag.name)
        }
      case .redAtOwnAge: if colours.first == route.colours[0] { raised.insert(flag.name) }
      case .noGreen: if !colours.contains(route.colours.last ?? "") { raised.insert(flag.name) }
      }
    }
    return raised
  }

  func route(_ what: RouteScore.What, _ path: Path, _ name: String, _ outcome: inout Outcome) -> Double? {
    guard let route = definition.route, path.isComplete, let own = path.steps.first else { return nil }
    switch what {
    case .path: outcome.texts[name] = path.steps.map { "\($0.section) \($0.colour)" }.joined(separator: " > ")
    case .greenSection:
      outcome.texts[name] = path.steps.first { $0.colour == route.colours.last }?.section
    case .ownSection: outcome.texts[name] = own.section
    case .ownColour: return route.colours.firstIndex(of: own.colour).map(Double.init)
    case .ownPoints: return Double(own.points)
    }
    return nil
  }

  /// Whether the section is for this age, or the route led there.
  func isGiven(_ section: ScreenerSection, _ answers: ScreeningAnswers, _ months: Int) -> Bool {
    if definition.route?.sections.contains(section.id) == true {
      return path(answers, months).steps.contains { $0.section == section.id.rawValue }
    }
    return section.ages.lowest <= months && months <= section.ages.highest
  }
}
