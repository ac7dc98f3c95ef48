// SPDX-License-Identifier: Apache-2.0

/// The path of one child along a route: own section first, then down until the last colour.
///
/// The same walk serves finished answers and answers still being entered.
struct RouteWalk {
  struct Step {
    /// The position among the route's sections.
    let step: Int
    let walk: SectionWalk
    let tally: SectionTally
    /// The position among the route's colours.
    let colour: Int
  }

  enum Outcome: Equatable {
    /// Nothing can be said before this item has come up: a position in the sheet.
    case needs(Int)
    /// A section has the last colour, or the youngest section was given.
    case complete
    /// A section has unanswered items, so that it has no colour and the route can't go on: a step of the route.
    case stuck(Int)
    /// No section of the route is for this age.
    case noSection
  }

  private(set) var steps: [Step] = []
  let outcome: Outcome

  init(_ route: PreparedRoute, _ sections: [PreparedSection], _ responses: [Int16], months: Int) {
    guard let own = route.sections.firstIndex(where: { sections[$0].ages.contains(months) }) else {
      self.outcome = .noSection
      return
    }
    for step in stride(from: own, through: 0, by: -1) {
      let section = sections[route.sections[step]]
      let walk = SectionWalk(section, responses, start: section.start(atMonths: months))
      if case .needs(let index) = walk.outcome {
        self.outcome = .needs(section.offset + index)
        return
      }
      let tally = SectionTally(section, responses, walk)
      guard tally.missing == 0 else {
        self.outcome = .stuck(step)
        return
      }
      let colour = route.colour(of: tally.points, at: step)
      self.steps.append(Step(step: step, walk: walk, tally: tally, colour: colour))
      if colour == route.last { break }
    }
    self.outcome = .complete
  }
}

extension RouteWalk {
  /// Whether the whole path shows the sign; never before the route is complete.
  func shows(_ sign: SectionRoute.Sign, on route: PreparedRoute) -> Bool {
    guard self.outcome == .complete else { return false }
    switch sign {
    case .twoAmberRunning:
      return zip(self.steps, self.steps.dropFirst()).contains {
        $0.colour == route.last - 1 && $1.colour == route.last - 1
      }
    case .redAtOwnAge: return self.steps.first?.colour == 0
    case .noGreen: return self.steps.last.map { $0.colour != route.last } ?? false
    }
  }
}
