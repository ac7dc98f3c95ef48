// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct DayCheckTests {
  static let rest = RotaProblem.Break(minutes: 30, earliest: 690, latest: 840)

  static func frame(_ rest: RotaProblem.Break? = Self.rest, step: Int = 5) -> DayCheck.Frame {
    DayCheck.Frame(opens: 510, closes: 990, from: 0, to: 0, rest: rest, step: step)
  }

  static func stops(_ starts: [(Int, Int, Int)]) -> [DayCheck.Stop] {
    starts.map { DayCheck.Stop(start: $0, end: $1, place: $2) }
  }

  static func travel() throws -> RotaProblem.TravelTable {
    try #require(RotaProblem.TravelTable(count: 3, minutes: Small.travel))
  }

  @Test func aDayWithoutAVisitIsFeasible() throws {
    let never = RotaProblem.Break(minutes: 30, earliest: 690, latest: 700)
    #expect(try DayCheck.feasible([], in: Self.frame(never), over: Self.travel()))
    let one = Self.stops([(540, 570, 1)])
    #expect(try !DayCheck.feasible(one, in: Self.frame(never), over: Self.travel()))
    #expect(try DayCheck.feasible(one, in: Self.frame(nil), over: Self.travel()))
  }

  @Test(
    arguments: [
      ([(522, 570, 1)], true), ([(521, 570, 1)], false), ([(900, 977, 1)], true), ([(900, 978, 1)], false),
      ([(540, 570, 1), (580, 600, 2)], true), ([(540, 570, 1), (579, 600, 2)], false),
    ] as [([(Int, Int, Int)], Bool)]
  )
  func everyJourneyHasItsTime(_ starts: [(Int, Int, Int)], _ isFeasible: Bool) throws {
    let found = try DayCheck.feasible(Self.stops(starts), in: Self.frame(), over: Self.travel())
    #expect(found == isFeasible)
  }

  // Busy until the break's hours begin or from when they end but for the gap given.
  @Test(
    arguments: [
      (690, 730, 5, 690), (700, 730, 5, 700), (701, 735, 5, 705), (701, 734, 5, nil),
      (701, 734, 1, 701), (815, 900, 5, nil), (810, 900, 5, 810),
    ] as [(Int, Int, Int, Int?)]
  )
  func theEarliestBreakOnTheGridIsFound(
    _ free: Int,
    _ taken: Int,
    _ step: Int,
    _ start: Int?
  ) throws {
    #expect(DayCheck.restStart(Self.rest, step: step, after: free, before: taken, leg: 0) == start)
  }

  @Test(
    arguments: [
      // Break then journey, when the break's hours allow it early; journey then break otherwise.
      (700, 760, 700), (690, 729, nil), (690, 730, 690), (650, 725, 690), (650, 729, 690), (675, 725, 690),
    ] as [(Int, Int, Int?)]
  )
  func theJourneyLiesOnOneSideOfTheBreak(_ free: Int, _ taken: Int, _ start: Int?) throws {
    #expect(DayCheck.restStart(Self.rest, step: 5, after: free, before: taken, leg: 10) == start)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func theBreakFoundIsTheFirstThatFits(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (stops, now): ([DayCheck.Stop], Int) = ([], 530)
    while now < 900 {
      let (start, place) = (now + 20 + random.below(60), random.below(3))
      let end = start + 10 + random.below(80)
      if end < 960 { stops.append(DayCheck.Stop(start: start, end: end, place: place)) }
      now = end
    }
    let frame = Self.frame(step: 1 + random.below(15))
    let whole = DayCheck.whole(stops, in: frame)
    let legs = DayCheck.legs(of: whole, over: try Self.travel())
    let slow = (Self.rest.earliest...Self.rest.latest - Self.rest.minutes).first { start in
      start % frame.step == 0 && DayCheck.restFits(at: start, minutes: 30, in: whole, legs: legs)
    }
    #expect(DayCheck.restStart(in: whole, legs: legs, of: frame) == slow)
  }
}
