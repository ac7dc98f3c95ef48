// SPDX-License-Identifier: Apache-2.0

extension ScoringPlan {
  /// Walks every section that is for this age and counts what its answers come to; the walk is the one of
  /// `SectionWalk`, the count the one of `SectionTally`.
  func tallySections(atMonths months: Int, _ scratch: inout PlanScratch) {
    for index in self.sections.indices {
      let section = self.sections[index]
      guard section.ages.contains(months) else {
        scratch.tallies[index] = PlanScratch.Tally()
        for item in section.first..<(section.first + section.count) where scratch.responses[item] >= 0 {
          scratch.raise(section.notForAge)
          break
        }
        continue
      }
      if section.basalRun == 0, section.ceilingRun == 0 {
        scratch.tallies[index] = self.whole(section, scratch.responses)
      } else {
        let start = self.starts[section.starts + months - section.ages.lowest]
        scratch.tallies[index] = self.walked(section, from: start, &scratch)
      }
    }
  }

  private func whole(_ section: PlanSection, _ responses: [Int16]) -> PlanScratch.Tally {
    var tally = PlanScratch.Tally(isThere: true)
    for item in section.first..<(section.first + section.count) { self.count(item, responses[item], &tally) }
    return tally
  }

  @inline(__always)
  private func count(_ item: Int, _ response: Int16, _ tally: inout PlanScratch.Tally) {
    let worth = response < 0 ? Self.noPoints : self.worth[self.items[item].worth + Int(response)]
    if worth == Self.noPoints {
      tally.missing += 1
    } else {
      tally.points += Int(worth)
      tally.counted += 1
    }
  }

  private func walked(_ section: PlanSection, from start: Int, _ scratch: inout PlanScratch) -> PlanScratch.Tally {
    let first = section.first
    var lowest = start
    var hasBasal = false
    if section.basalRun > 0 {
      hasBasal = self.hasBasal(section, at: lowest, scratch.responses)
      while !hasBasal, section.stepsBack, lowest > 0 {
        lowest -= 1
        hasBasal = self.hasBasal(section, at: lowest, scratch.responses)
      }
      if !hasBasal { scratch.raise(section.noBasal) }
    }
    var tally = PlanScratch.Tally(isThere: true)
    var ignored = false
    if hasBasal, section.creditsBelow {
      tally.points = lowest * section.highest
      tally.counted = lowest
      for index in 0..<lowest where scratch.responses[first + index] >= 0 { ignored = true }
    } else {
      for index in 0..<lowest { self.count(first + index, scratch.responses[first + index], &tally) }
    }
    if ignored { scratch.raise(section.belowBasal) }
    var run = 0
    var index = lowest
    while index < section.count {
      let response = scratch.responses[first + index]
      self.count(first + index, response, &tally)
      index += 1
      guard section.ceilingRun > 0 else { continue }
      run = response >= 0 && self.marks[section.marks + Int(response)].contains(.countsToCeiling) ? run + 1 : 0
      guard run == section.ceilingRun else { continue }
      scratch.raise(section.ceiling)
      tally.counted += section.count - index
      ignored = false
      for later in index..<section.count where scratch.responses[first + later] >= 0 { ignored = true }
      if ignored { scratch.raise(section.afterCeiling) }
      break
    }
    return tally
  }

  private func hasBasal(_ section: PlanSection, at lowest: Int, _ responses: [Int16]) -> Bool {
    guard lowest + section.basalRun <= section.count else { return false }
    for index in lowest..<(lowest + section.basalRun) {
      let response = responses[section.first + index]
      guard response >= 0, self.marks[section.marks + Int(response)].contains(.meetsBasal) else { return false }
    }
    return true
  }
}
