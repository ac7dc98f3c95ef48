// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension ChangeProposals {
  /// The least stretch of the shift, in steps of the grid, with which the seat is open.
  func longerShift(_ seat: Seat, _ side: LongerShift.Side) -> LongerShift? {
    let person = self.problem.staff[seat.person]
    guard let shift = person.shifts.first(where: { $0.day == seat.day }) else { return nil }
    let room = side == .earlier ? shift.start : RotaProblem.Limit.minutesOfDay - shift.end
    return self.leastStretch(room: room) { minutes in
      let change = LongerShift(person.id, day: seat.day, side, by: minutes)
      let due = person.rest.flatMap { shift.end - shift.start + minutes > $0.shiftOver ? $0 : nil }
      guard let frame = self.frame(of: change.longer(shift), rest: due) else { return nil }
      return self.isOpen(seat, frame: frame) ? change : nil
    }
  }

  func widerBreak(_ seat: Seat, _ side: LongerShift.Side) -> WiderBreakHours? {
    let person = self.problem.staff[seat.person]
    guard let shift = person.shifts.first(where: { $0.day == seat.day }), let rest = person.rest else {
      return nil
    }
    let room = side == .earlier ? rest.earliest : RotaProblem.Limit.minutesOfDay - rest.latest
    return self.leastStretch(room: room) { minutes in
      let change = WiderBreakHours(person.id, side, by: minutes)
      guard let frame = self.frame(of: shift, rest: change.wider(rest)) else { return nil }
      return self.isOpen(seat, frame: frame) ? change : nil
    }
  }

  /// The shortest shift that holds the visit and its journeys, from where the person's first shift of the
  /// week begins to where it ends, at the earliest start that is open; `nil` for people without a shift in
  /// the week, and where such a shift would be so long that a break is due.
  func newShift(_ seat: Seat) -> NewShift? {
    let person = self.problem.staff[seat.person]
    guard let model = person.shifts.first, let from = self.problem.placeIndex[model.from],
      let to = self.problem.placeIndex[model.to]
    else { return nil }
    let wholeDay = RotaProblem.Shift(
      day: seat.day,
      start: 0,
      end: RotaProblem.Limit.minutesOfDay,
      from: model.from,
      to: model.to
    )
    let travel = self.problem.travel
    guard let frame = self.frame(of: wholeDay, rest: nil),
      let start = self.openings(seat, frame: frame).first?.start
    else { return nil }
    let step = self.problem.horizon.step
    let opens = max(0, (start - travel[from, self.search.place]) / step * step)
    let back = start + self.search.visit.minutes + travel[self.search.place, to]
    let closes = min(RotaProblem.Limit.minutesOfDay, self.roundedUp(back))
    guard closes - opens <= person.rest?.shiftOver ?? .max else { return nil }
    return NewShift(
      person.id,
      RotaProblem.Shift(day: seat.day, start: opens, end: closes, from: model.from, to: model.to)
    )
  }

  /// By the least journey that an open start needs; where none is open even without the limit, by what the
  /// obstacle says.
  func moreWeekMinutes(_ seat: Seat, _ obstacle: Obstacle) -> MoreWeekMinutes? {
    let person = self.problem.staff[seat.person]
    guard let limit = person.weekMinutes else { return nil }
    var easing = InsertionEasing()
    easing.weekFree = [seat.person]
    let travel = self.openings(seat, in: self.search.eased(easing)).map(\.travel).min()
    let worked = self.search.worked[seat.person] + self.search.visit.minutes
    let short = travel.map { worked + $0 - limit } ?? obstacle.short
    return short.map { MoreWeekMinutes(person.id, by: self.roundedUp($0)) }
  }

  /// Down to the distance of the nearest placed visit of the series.
  func shorterGap(on day: Int) -> ShorterSeriesGap? {
    guard let series = self.search.series,
      let nearest = self.search.mates.map({ abs($0.day - day) }).min(), nearest < series.gapDays
    else { return nil }
    return ShorterSeriesGap(series.id, by: series.gapDays - nearest)
  }

  /// The least widening of one of the day's windows with which the seat is open.
  func widerWindow(_ seat: Seat) -> WiderWindow? {
    let visit = self.search.visit
    var best: WiderWindow?
    for window in visit.windows where window.day == seat.day {
      let wide = RotaProblem.Window(
        day: window.day,
        start: max(0, window.start - Self.longestStretch),
        end: min(RotaProblem.Limit.minutesOfDay, window.end + Self.longestStretch)
      )
      let asked = visit.replacing(windows: visit.windows.map { $0 == window ? wide : $0 })
      let search = InsertionSearch(self.search.position, in: self.search.rota, as: asked)
      for opening in self.openings(seat, in: search) {
        let earlier = self.roundedUp(max(0, window.start - opening.start))
        let later = self.roundedUp(max(0, opening.start + visit.minutes - window.end))
        guard earlier <= window.start, window.end + later <= RotaProblem.Limit.minutesOfDay,
          earlier + later < best?.amount ?? .max
        else { continue }
        best = WiderWindow(visit.id, window, earlier: earlier, later: later)
      }
    }
    return best
  }

  private func leastStretch<Change>(room: Int, _ change: (Int) -> Change?) -> Change? {
    let step = self.problem.horizon.step
    let most = min(room, Self.longestStretch) / step * step
    // Where the longest stretch opens nothing no shorter one is looked for.
    guard most > 0, change(most) != nil else { return nil }
    for minutes in stride(from: step, through: most, by: step) {
      if let change = change(minutes) { return change }
    }
    return nil
  }

  private func frame(of shift: RotaProblem.Shift, rest: RotaProblem.Break?) -> DayCheck.Frame? {
    guard let from = self.problem.placeIndex[shift.from], let to = self.problem.placeIndex[shift.to] else {
      return nil
    }
    return DayCheck.Frame(
      opens: shift.start,
      closes: shift.end,
      from: from,
      to: to,
      rest: rest,
      step: self.problem.horizon.step
    )
  }

  private func isOpen(_ seat: Seat, frame: DayCheck.Frame) -> Bool {
    !self.openings(seat, frame: frame).isEmpty
  }

  private func openings(_ seat: Seat, frame: DayCheck.Frame) -> [InsertionSearch.Opening] {
    var easing = InsertionEasing()
    easing.frames[InsertionSearch.PersonDayKey(staff: seat.person, day: seat.day)] = frame
    return self.openings(seat, in: self.search.eased(easing))
  }

  /// The starts that are open to the person, for a joint visit those at which every other slot has someone.
  private func openings(_ seat: Seat, in search: InsertionSearch) -> [InsertionSearch.Opening] {
    guard case .open(var openings) = search.outcome(of: seat.person, slot: seat.slot, on: seat.day) else {
      return []
    }
    for slot in search.visit.slots.indices where slot != seat.slot && !openings.isEmpty {
      var met: Set<Int> = []
      for person in self.problem.staff.indices where person != seat.person {
        guard case .open(let others) = search.outcome(of: person, slot: slot, on: seat.day) else { continue }
        met.formUnion(InsertionSearch.common(openings, others).map(\.start))
      }
      openings = openings.filter { met.contains($0.start) }
    }
    return openings
  }
}
