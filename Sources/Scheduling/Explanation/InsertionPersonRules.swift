// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension InsertionSearch {
  func personObstacle(_ staff: Int, slot: Int, on day: Int) -> Obstacle? {
    let person = self.rota.problem.staff[staff]
    let missing = self.visit.slots[slot].subtracting(person.skills).sorted()
    if !missing.isEmpty {
      return Obstacle(.skill, "lacks the skill \(missing.map { "'\($0)'" }.joined(separator: ", "))")
    }
    if self.visit.forbidStaff.contains(person.id) { return Obstacle(.forbidden, "may not do this visit") }
    guard let pin = self.visit.pin else { return nil }
    if let pinned = pin.staff, pinned[slot] != person.id {
      return Obstacle(.pin, "is not who the visit is pinned to")
    }
    if let pinned = pin.day, pinned != day {
      return Obstacle(.pin, "the visit is pinned to \(self.rota.problem.dayName(pinned))")
    }
    return nil
  }

  func windowObstacle(_ frame: DayCheck.Frame, on day: Int) -> Obstacle? {
    let windows = self.visit.windows.filter { $0.day == day }
    guard !windows.isEmpty else { return Obstacle(.window, "the visit is not asked for on this day") }
    let words = windows.map(\.words).joined(separator: " or ")
    guard windows.contains(where: { self.overlap($0, frame) >= self.visit.minutes }) else {
      let shift = "\(RotaProblem.clock(frame.opens)) to \(RotaProblem.clock(frame.closes))"
      let needed = "\(counted(self.visit.minutes, "minute")) of \(words)"
      return Obstacle(.window, "the shift, \(shift), does not hold \(needed)")
    }
    guard self.starts(on: day).isEmpty else { return nil }
    if let start = self.visit.pin?.start {
      return Obstacle(.pin, "the visit is pinned to \(RotaProblem.clock(start)), outside \(words)")
    }
    let grid = "the \(self.rota.problem.horizon.step)-minute grid"
    return Obstacle(.window, "no start on \(grid) holds \(counted(self.visit.minutes, "minute")) of \(words)")
  }

  private func overlap(_ window: RotaProblem.Window, _ frame: DayCheck.Frame) -> Int {
    min(window.end, frame.closes) - max(window.start, frame.opens)
  }

  func limitObstacle(_ staff: Int, frame: DayCheck.Frame, on day: Int) -> Obstacle? {
    let person = self.rota.problem.staff[staff]
    let work = self.dayWork(of: staff, on: day)
    let contact = (work?.visitMinutes ?? 0) + self.visit.minutes
    if let limit = person.contactMinutes, contact > limit {
      let message = "has \(counted(contact, "visit minute")) with it; the day's limit is \(limit)"
      return Obstacle(.contactMinutes, message, short: contact - limit)
    }
    let whole = self.whole(work, in: frame)
    let least = whole.indices.dropLast().map { self.addedTravel(gap: $0, of: whole, isIdle: work == nil) }
      .min()
    return self.weekObstacle(staff, addedTravel: least ?? 0)
  }

  func weekObstacle(_ staff: Int, addedTravel: Int) -> Obstacle? {
    let minutes = self.worked[staff] + self.visit.minutes + addedTravel
    guard !self.easing.weekFree.contains(staff), let limit = self.rota.problem.staff[staff].weekMinutes,
      minutes > limit
    else { return nil }
    let message = "works \(counted(minutes, "minute")) in the week with it; the limit is \(limit)"
    return Obstacle(.weekMinutes, message, short: minutes - limit)
  }

  func seriesObstacle(_ staff: Int, slot: Int, on day: Int) -> Obstacle? {
    guard let series = self.series else { return nil }
    let problem = self.rota.problem
    if let near = self.mates.first(where: { abs($0.day - day) < series.gapDays }) {
      let other = "\(problem.visits[near.visit].id) of the same series is on \(problem.dayName(near.day))"
      return Obstacle(.seriesGap, "\(other); the days must be \(series.gapDays) apart")
    }
    guard series.sameStaff == .require else { return nil }
    let fits = self.mates.allSatisfy { $0.staff.count == self.visit.slots.count && $0.staff[slot] == staff }
    guard !fits, let mate = self.mates.first else { return nil }
    return Obstacle(.seriesStaff, "the series must stay with \(problem.staffNames(mate.staff))")
  }
}
