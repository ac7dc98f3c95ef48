// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Testing
import Vocabulary

/// The ways in which summaries of small groups have given children away, tried on every release.
@Suite struct Attacks {
  /// One more child makes 7 reds of 40 into 8 of 41: the difference is one child's colour.
  @Test func twoReleasesThatDifferByOneChildAreRefused() throws {
    let rows = MadeUp.rows(33, .band("green"), "g") + MadeUp.rows(7, .band("red"), "r")
    let first = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec()))
    let later = try CohortTable(rows: rows + MadeUp.rows(1, .band("red"), "late"), spec: MadeUp.spec())
    let fault = #expect(throws: Fault.self) { try MadeUp.release(later, after: [first.ledgerEntry]) }
    #expect(fault?.code == .cohortUnsafe)
    #expect(fault?.message.contains("nearly the same children") == true)
  }

  @Test(arguments: [(1, false), (7, false), (30, true)])
  func aDifferenceMustBeLargerThanWhatIsHidden(_ more: Int, _ isReleased: Bool) throws {
    let rows = MadeUp.rows(60, .band("green"), "g") + MadeUp.rows(60, .band("red"), "r")
    let first = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec()))
    let extra = MadeUp.rows(more, .band("green"), "a") + MadeUp.rows(isReleased ? more : 0, .band("red"), "b")
    let later = try CohortTable(rows: rows + extra, spec: MadeUp.spec())
    #expect(((try? MadeUp.release(later, after: [first.ledgerEntry])) != nil) == isReleased)
  }

  @Test func theSameChildrenShowTheSameNumbersAgain() throws {
    let rows =
      MadeUp.rows(40, .band("green"), "g") + MadeUp.rows(9, .band("red"), "e", eal: true)
      + MadeUp.rows(3, .band("red"), "r") + MadeUp.rows(21, .band("green"), "h", eal: true)
    let first = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec([.eal])))
    let again = try MadeUp.release(
      CohortTable(rows: rows.reversed(), spec: MadeUp.spec()),
      after: [first.ledgerEntry]
    )
    #expect(again.table.lines.first?.bands == first.table.lines.first?.bands)
    let same = try MadeUp.release(
      CohortTable(rows: rows, spec: MadeUp.spec([.eal])),
      after: [again.ledgerEntry, first.ledgerEntry]
    )
    #expect(same.table.canonicalText == first.table.canonicalText)
  }

  @Test func resultsAmendedAfterAReleaseAreRefusedForTheSameChildren() throws {
    let rows = MadeUp.rows(40, .band("green"), "g") + MadeUp.rows(12, .band("red"), "r")
    let first = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec()))
    let amended = MadeUp.rows(40, .band("green"), "g") + MadeUp.rows(12, .band("amber"), "r")
    let table = try CohortTable(rows: amended, spec: MadeUp.spec())
    let fault = #expect(throws: Fault.self) { try MadeUp.release(table, after: [first.ledgerEntry]) }
    #expect(fault?.code == .cohortUnsafe)
    #expect(fault?.hint?.contains("next cohort") == true)
  }

  /// All 12 red, EAL 9 red: the three others must not come out as a difference.
  @Test func theComplementOfAShownGroupStaysHidden() throws {
    let rows =
      MadeUp.rows(9, .band("red"), "e", eal: true) + MadeUp.rows(3, .band("red"), "n")
      + MadeUp.rows(40, .band("green"), "f", eal: true) + MadeUp.rows(60, .band("green"), "m")
    let table = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec([.eal]))).table
    let reds = table.lines.map { $0.bands[2] }
    #expect(reds[2] == .suppressed)
    #expect(reds.count { $0 == .suppressed } >= 2)
  }

  /// The same attack over two releases: all children first, then only those with EAL.
  @Test func theComplementOverTwoReleasesIsRefused() throws {
    let others = MadeUp.rows(3, .band("red"), "n") + MadeUp.rows(60, .band("green"), "m")
    let eal = MadeUp.rows(9, .band("red"), "e", eal: true) + MadeUp.rows(40, .band("green"), "f", eal: true)
    let first = try MadeUp.release(CohortTable(rows: eal + others, spec: MadeUp.spec()))
    let table = try CohortTable(rows: eal, spec: MadeUp.spec())
    let fault = #expect(throws: Fault.self) { try MadeUp.release(table, after: [first.ledgerEntry]) }
    #expect(fault?.code == .cohortUnsafe)
  }

  @Test(arguments: [3, 11, 50])
  func aGroupThatIsAllRedDoesNotSaySo(_ size: Int) throws {
    let rows =
      MadeUp.rows(size, .band("red"), "r", eal: true) + MadeUp.rows(70, .band("green"), "g")
      + MadeUp.rows(40, .band("amber"), "a") + MadeUp.rows(60, .band("red"), "s")
    let table = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec([.eal]))).table
    #expect(table.lines[1].bands == [.suppressed, .suppressed, .suppressed])
  }

  /// That nobody in a group is normed follows from their home language; it is no result to protect.
  @Test func aGroupThatTheNormsDoNotCoverIsShown() throws {
    let rows =
      MadeUp.rows(60, .notNormed, "n", eal: true) + MadeUp.rows(70, .band("green"), "g")
      + MadeUp.rows(40, .band("amber"), "a") + MadeUp.rows(60, .band("red"), "s")
    let table = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec([.eal]))).table
    #expect(table.lines[1].notNormed == .rounded(60))
    #expect(table.lines[1].bands == [.zero, .zero, .zero])
  }

  /// With all the others not normed, one band tells of every child who has a band.
  @Test func oneBandBesideChildrenWhomTheNormsDoNotCoverIsHidden() throws {
    let rows =
      MadeUp.rows(30, .notNormed, "n", eal: true) + MadeUp.rows(30, .band("red"), "r", eal: true)
      + MadeUp.rows(70, .band("green"), "g") + MadeUp.rows(40, .band("amber"), "a") + MadeUp.rows(60, .band("red"), "s")
    let table = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec([.eal]))).table
    #expect(table.lines[1].bands == [.suppressed, .suppressed, .suppressed])
  }

  @Test func aCohortThatIsAllOneBandIsNotShownByBand() throws {
    let table = try? MadeUp.release(
      CohortTable(rows: MadeUp.rows(11, .band("red"), "r"), spec: MadeUp.spec())
    ).table
    let bands = try #require(table?.lines.first?.bands)
    #expect(bands.allSatisfy { $0 == .suppressed })
  }

  /// 14.3 per cent of 7 is one child: no percentage stands on a base under 20.
  @Test(arguments: [
    (ReleasedCell.rounded(15), ReleasedPercent.suppressed), (.rounded(20), .percent(50)),
    (.suppressed, .suppressed), (.zero, .notApplicable),
  ])
  func aPercentageNeedsALargeRoundedBase(_ base: ReleasedCell, _ expected: ReleasedPercent) throws {
    #expect(ReleasedPercent(.rounded(10), of: base, under: .round) == expected)
  }

  @Test func hidingOnlyTheSmallCellsOfATableIsNotEnough() throws {
    let table = try MadeUp.table([
      [31, 9, 3, 0, 0], [28, 12, 6, 0, 0], [40, 7, 2, 0, 0], [22, 15, 11, 0, 0],
    ])
    let naive = ShownTable(
      shape: table.shape,
      cells: table.counts.map { DisclosurePolicy.round.primary($0) },
      phasesSharePopulation: false
    )
    let released = try MadeUp.release(table).table.shown
    #expect(Auditor(policy: .round).audit(released).isEmpty)
    let naiveIsSafe = Auditor(policy: .round).audit(naive).isEmpty
    #expect(naiveIsSafe == (released == naive))
  }

  @Test func aRefusalTellsNothing() throws {
    let rows = MadeUp.rows(33, .band("green"), "g") + MadeUp.rows(7, .band("red"), "r")
    let first = try MadeUp.release(CohortTable(rows: rows, spec: MadeUp.spec()))
    let later = try CohortTable(rows: rows + MadeUp.rows(1, .band("red"), "late"), spec: MadeUp.spec())
    let fault = #expect(throws: Fault.self) { try MadeUp.release(later, after: [first.ledgerEntry]) }
    #expect(fault?.description.contains { $0.isNumber } == false)
    #expect(fault?.description.contains("red") == false)
  }
}
