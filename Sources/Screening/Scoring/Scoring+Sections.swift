// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Scoring {
  /// Walks every section that is for this age and counts what its answers come to.
  ///
  /// With a route only the sections that it led through count.
  mutating func tallySections(atMonths months: Int) {
    self.tallies.reserveCapacity(self.screener.sections.count)
    if let route = self.screener.route {
      self.routeWalk = RouteWalk(route, self.screener.sections, self.sheet.responses, months: months)
    }
    for (index, section) in self.screener.sections.enumerated() {
      guard let (walk, tally) = self.standing(of: index, atMonths: months) else {
        self.walks.append(nil)
        self.tallies.append(nil)
        self.leaveOut(section, atMonths: months)
        continue
      }
      self.walks.append(walk)
      self.tallies.append(tally)
      self.flag(section, walk, tally)
      if self.trail.isOn { self.explain(section, walk, tally, months: months) }
    }
    self.judgeRoute()
  }

  /// The answers that count: those that flags call ignored are blank. What is credited without being asked, or counts
  /// 0 after a ceiling, is blank too, because nobody answered it. O(items).
  var countedResponses: [Int16] {
    var counted = self.screener.blankSheet.responses
    for (section, walk) in zip(self.screener.sections, self.walks) {
      guard let walk else { continue }
      for index in walk.lowest...max(walk.lowest, walk.ceiling ?? section.items.count - 1) {
        counted[section.offset + index] = self.sheet.responses[section.offset + index]
      }
    }
    return counted
  }

  /// `nil` for a section that is not for this age, or that the route did not lead to.
  private func standing(of index: Int, atMonths months: Int) -> (SectionWalk, SectionTally)? {
    let section = self.screener.sections[index]
    if let route = self.screener.route, route.sections.contains(index) {
      return self.routeWalk?.steps.first { route.sections[$0.step] == index }.map { ($0.walk, $0.tally) }
    }
    guard section.ages.contains(months) else { return nil }
    let walk = SectionWalk(section, self.sheet.responses, start: section.start(atMonths: months))
    return (walk, SectionTally(section, self.sheet.responses, walk))
  }

  private mutating func leaveOut(_ section: PreparedSection, atMonths months: Int) {
    let answered = section.items.indices.contains { self.sheet.responses[section.offset + $0] >= 0 }
    if let routeWalk = self.routeWalk, let route = self.screener.route,
      let step = route.sections.firstIndex(where: { self.screener.sections[$0].id == section.id })
    {
      if case .stuck(step) = routeWalk.outcome {
        self.flags.append(ScreeningFlag(.missing, section.id.rawValue))
        self.trail.note("section \(section.id)", "has unanswered items, so it has no colour", "the route ends")
      } else {
        if answered { self.flags.append(ScreeningFlag(.offRoute, section.id.rawValue)) }
        self.trail.note("section \(section.id)", "the route does not lead there", "left out")
      }
      return
    }
    if answered { self.flags.append(ScreeningFlag(.sectionNotForAge, section.id.rawValue)) }
    self.trail.note("section \(section.id)", "is for \(section.ages) months", "left out")
  }

  private mutating func flag(_ section: PreparedSection, _ walk: SectionWalk, _ tally: SectionTally) {
    if section.basal != nil, !walk.hasBasal {
      self.flags.append(ScreeningFlag(.noBasal, section.id.rawValue))
    }
    if walk.credited > walk.lowest { self.flags.append(ScreeningFlag(.doubleBasal, section.id.rawValue)) }
    if tally.ignoredBelow > 0 { self.flags.append(ScreeningFlag(.belowBasal, section.id.rawValue)) }
    if walk.ceiling != nil { self.flags.append(ScreeningFlag(.ceiling, section.id.rawValue)) }
    if tally.ignoredAfter > 0 { self.flags.append(ScreeningFlag(.afterCeiling, section.id.rawValue)) }
  }

  private mutating func explain(
    _ section: PreparedSection,
    _ walk: SectionWalk,
    _ tally: SectionTally,
    months: Int
  ) {
    let what = "section \(section.id)"
    let codes = section.items.map(\.code.rawValue)
    if let basal = section.basal {
      let start = codes[walk.start]
      let back = walk.lowest < walk.start ? "; stepped back to \(codes[walk.lowest])" : ""
      let first = "starts at \(start) for \(months) months\(back)"
      if walk.hasBasal, basal.creditBelow, walk.credited > 0 {
        let credited = codes[..<walk.credited].joined(separator: ", ")
        let which = walk.credited > walk.lowest ? ", the run nearest the ceiling" : ""
        self.trail.note(
          what,
          "\(first); \(credited) credited: basal of \(basal.run) in a row from \(codes[walk.credited])\(which)",
          "\(walk.credited * section.points.highest) points"
        )
      } else if walk.hasBasal {
        self.trail.note(what, "\(first); basal of \(basal.run) in a row", "nothing to credit")
      } else {
        self.trail.note(what, "\(first); no \(basal.run) in a row", "no basal, nothing credited")
      }
    }
    let last = walk.ceiling ?? codes.count - 1
    let given = (walk.credited...max(last, walk.credited)).compactMap { index -> String? in
      let response = self.sheet.responses[section.offset + index]
      if response < 0, section.adaptive != nil { return nil }
      guard response >= 0 else { return "\(codes[index]) blank" }
      let worth = section.points(of: response, forItem: index).map(String.init) ?? "missing"
      let reversed = section.items[index].reverse ? " reversed" : ""
      return "\(codes[index]) \(section.options[Int(response)].code)\(reversed) \(worth)"
    }
    self.trail.note(what, given.joined(separator: ", "), "\(tally.points) points, \(tally.missing) missing")
    if let ceiling = section.ceiling, let at = walk.ceiling {
      let later =
        at + 1 < codes.count ? "\(codes[(at + 1)...].joined(separator: ", ")) count 0" : "no later items"
      self.trail.note(what, "ceiling of \(ceiling.run) in a row at \(codes[at])", later)
    }
    let ignored = tally.ignoredBelow + tally.ignoredAfter
    if ignored > 0 {
      self.trail.note(what, "answers below the basal or after the ceiling are ignored", "\(ignored) ignored")
    }
  }
}
