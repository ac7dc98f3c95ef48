// SPDX-License-Identifier: Apache-2.0

/// Decides whether one person's day can be worked as written: every visit has its start, and between
/// visits there must be time for the journey and, where one is due, for the break.
///
/// All times are minutes past midnight, all places positions in ``RotaProblem/places``. The check is exact:
/// a break lies in one gap between two stops, and the journey over that gap lies wholly before it or wholly
/// after it.
public enum DayCheck {
  /// What a day must fit into.
  public struct Frame: Sendable, Hashable {
    public let opens: Int
    public let closes: Int
    /// Where the day begins and ends.
    public let from: Int
    public let to: Int
    /// The break that is due on this day once it has a visit; `nil` when none is.
    public let rest: RotaProblem.Break?
    /// Breaks start on a multiple of this.
    public let step: Int

    public init(opens: Int, closes: Int, from: Int, to: Int, rest: RotaProblem.Break?, step: Int) {
      self.opens = opens
      self.closes = closes
      self.from = from
      self.to = to
      self.rest = rest
      self.step = step
    }
  }

  /// A visit with its time, or the point at which the day opens or closes.
  public struct Stop: Sendable, Hashable {
    public let start: Int
    public let end: Int
    public let place: Int

    public init(start: Int, end: Int, place: Int) {
      self.start = start
      self.end = end
      self.place = place
    }
  }

  /// The visits with the opening before and the closing after them: gap `i` lies between elements `i` and
  /// `i + 1`.
  public static func whole(_ visits: [Stop], in frame: Frame) -> [Stop] {
    [Stop(start: frame.opens, end: frame.opens, place: frame.from)] + visits
      + [Stop(start: frame.closes, end: frame.closes, place: frame.to)]
  }

  /// Travel minutes of every gap of a whole day.
  public static func legs(of whole: [Stop], over travel: RotaProblem.TravelTable) -> [Int] {
    zip(whole, whole.dropFirst()).map { travel[$0.place, $1.place] }
  }

  /// The gaps that are shorter than their journey, in order of time.
  public static func shortGaps(in whole: [Stop], legs: [Int]) -> [Int] {
    legs.indices.filter { whole[$0].end + legs[$0] > whole[$0 + 1].start }
  }

  /// Whether a break of `minutes` starting at `start` lies in one of the gaps with the gap's journey wholly
  /// on one side of it. Says nothing of the grid or of the hours in which the break must lie.
  public static func restFits(at start: Int, minutes: Int, in whole: [Stop], legs: [Int]) -> Bool {
    let end = start + minutes
    return legs.indices.contains { gap in
      let (free, taken) = (whole[gap].end, whole[gap + 1].start)
      return free <= start && end <= taken && (free + legs[gap] <= start || end + legs[gap] <= taken)
    }
  }

  /// The earliest start on the grid, inside the break's hours, at which the break fits between two stops
  /// with a journey of `leg` minutes between them; `nil` when it does not fit there.
  public static func restStart(
    _ rest: RotaProblem.Break,
    step: Int,
    after free: Int,
    before taken: Int,
    leg: Int
  ) -> Int? {
    func first(from low: Int, to high: Int) -> Int? {
      let low = max(low, rest.earliest)
      let start = (low + step - 1) / step * step
      return start <= min(high, rest.latest) - rest.minutes ? start : nil
    }
    return first(from: free, to: taken - leg) ?? first(from: free + leg, to: taken)
  }

  /// The earliest start at which the due break fits anywhere in the day; `nil` when it fits nowhere or none
  /// is due.
  public static func restStart(in whole: [Stop], legs: [Int], of frame: Frame) -> Int? {
    guard let rest = frame.rest else { return nil }
    for gap in legs.indices {
      let (free, taken) = (whole[gap].end, whole[gap + 1].start)
      if let start = self.restStart(rest, step: frame.step, after: free, before: taken, leg: legs[gap]) {
        return start
      }
    }
    return nil
  }

  /// Whether `visits`, in order of start, can be worked in `frame`, with the break wherever it fits.
  /// A day without a visit is always feasible.
  public static func feasible(
    _ visits: [Stop],
    in frame: Frame,
    over travel: RotaProblem.TravelTable
  ) -> Bool {
    guard !visits.isEmpty else { return true }
    let whole = self.whole(visits, in: frame)
    let legs = self.legs(of: whole, over: travel)
    guard self.shortGaps(in: whole, legs: legs).isEmpty else { return false }
    return frame.rest == nil || self.restStart(in: whole, legs: legs, of: frame) != nil
  }
}

extension RotaProblem {
  /// The frame of one person's day; `nil` when the person has no shift on it.
  ///
  /// - Parameter staff: A position in ``staff``.
  public func frame(staff: Int, day: Int) -> DayCheck.Frame? {
    let person = self.staff[staff]
    guard let shift = person.shifts.first(where: { $0.day == day }), let from = self.placeIndex[shift.from],
      let to = self.placeIndex[shift.to]
    else { return nil }
    let due = person.rest.flatMap { shift.end - shift.start > $0.shiftOver ? $0 : nil }
    return DayCheck.Frame(
      opens: shift.start,
      closes: shift.end,
      from: from,
      to: to,
      rest: due,
      step: self.horizon.step
    )
  }
}
