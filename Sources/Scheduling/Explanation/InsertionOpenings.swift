// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension InsertionSearch {
  /// Journey minutes that the visit adds in a gap; on a day without a visit nobody travelled before.
  func addedTravel(gap: Int, of whole: [DayCheck.Stop], isIdle: Bool) -> Int {
    let travel = self.rota.problem.travel
    let (from, to) = (whole[gap].place, whole[gap + 1].place)
    let direct = isIdle ? 0 : travel[from, to]
    return travel[from, self.place] + travel[self.place, to] - direct
  }

  func openings(
    at starts: [Int],
    for staff: Int,
    frame: DayCheck.Frame,
    on day: Int
  ) -> Outcome {
    let travel = self.rota.problem.travel
    let work = self.dayWork(of: staff, on: day)
    let whole = self.whole(work, in: frame)
    let restGaps = self.gapsWithRest(whole, frame: frame)
    var openings: [Opening] = []
    var (spoiltRest, overWeek): (Bool, Obstacle?) = (false, nil)
    for start in starts {
      let end = start + self.visit.minutes
      guard let gap = whole.indices.dropLast().last(where: { whole[$0].end <= start }) else { continue }
      let (before, after) = (whole[gap], whole[gap + 1])
      let (out, back) = (travel[before.place, self.place], travel[self.place, after.place])
      guard before.end + out <= start, end + back <= after.start else { continue }
      if let rest = frame.rest, !restGaps.contains(where: { $0 != gap }) {
        let step = frame.step
        let fits =
          DayCheck.restStart(rest, step: step, after: before.end, before: start, leg: out) != nil
          || DayCheck.restStart(rest, step: step, after: end, before: after.start, leg: back) != nil
        guard fits else {
          spoiltRest = true
          continue
        }
      }
      let added = self.addedTravel(gap: gap, of: whole, isIdle: work == nil)
      if let obstacle = self.weekObstacle(staff, addedTravel: added) {
        overWeek = overWeek ?? obstacle
        continue
      }
      openings.append(Opening(start: start, travel: added))
    }
    guard openings.isEmpty else { return .open(openings) }
    if let overWeek { return .blocked(overWeek) }
    if spoiltRest, let rest = frame.rest {
      let hours = "\(RotaProblem.clock(rest.earliest)) to \(RotaProblem.clock(rest.latest))"
      return .blocked(Obstacle(.rest, "the \(rest.minutes)-minute break, due in \(hours), no longer fits"))
    }
    return .blocked(self.gapObstacle(whole, on: day))
  }

  /// The gaps of the day as it stands in which the due break fits.
  private func gapsWithRest(_ whole: [DayCheck.Stop], frame: DayCheck.Frame) -> [Int] {
    guard let rest = frame.rest else { return [] }
    let travel = self.rota.problem.travel
    return whole.indices.dropLast().filter { gap in
      let (before, after) = (whole[gap], whole[gap + 1])
      let leg = travel[before.place, after.place]
      return DayCheck.restStart(rest, step: frame.step, after: before.end, before: after.start, leg: leg)
        != nil
    }
  }

  private func gapObstacle(_ whole: [DayCheck.Stop], on day: Int) -> Obstacle {
    let travel = self.rota.problem.travel
    let windows = self.visit.windows.filter { $0.day == day }
    var longest = 0
    for gap in whole.indices.dropLast() {
      let (before, after) = (whole[gap], whole[gap + 1])
      let free = before.end + travel[before.place, self.place]
      let taken = after.start - travel[self.place, after.place]
      for window in windows { longest = max(longest, min(taken, window.end) - max(free, window.start)) }
    }
    let words = windows.map(\.words).joined(separator: " or ")
    if longest >= self.visit.minutes {
      let step = self.rota.problem.horizon.step
      let what = "has \(counted(longest, "free minute")) in \(words), but no start allowed by the \(step)-minute grid"
      return Obstacle(.gap, "\(what), the order of visits, the pin and the rooms")
    }
    let needed = "needs \(counted(self.visit.minutes, "free minute")) in \(words)"
    let message = "\(needed) besides travel; the longest free stretch is \(longest)"
    return Obstacle(.gap, message, short: self.visit.minutes - longest)
  }
}
