// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

struct RevisionChangesTests {
  private static func problem(_ visits: VisitID..., at place: PlaceID = "s1") throws -> RotaProblem {
    try Small.problem(
      visits.map { Small.visit($0, at: place) }, staff: [Small.person("p1"), Small.person("p2")])
  }

  private static func changes(
    _ before: [RotaAnswer.Assignment],
    _ after: [RotaAnswer.Assignment]
  ) throws -> [RevisionChanges.Change] {
    let problem = try Self.problem("v", "w")
    return RevisionChanges(
      from: Small.answer(problem, before), of: problem, to: Small.answer(problem, after), of: problem
    ).all
  }

  @Test func theSameRotaHasNoChanges() throws {
    let same = [Small.at("v", 540), Small.at("w", 600)]
    #expect(try Self.changes(same, same.reversed()).isEmpty)
  }

  @Test func aMoveAnAdditionAndALossAreTold() throws {
    let moved = try #require(try Self.changes([Small.at("v", 540)], [Small.at("v", 600)]).first)
    #expect(moved.was?.start == 540 && moved.now?.start == 600 && moved.now?.end == 630)
    #expect(moved.staff == ["p1"] && moved.places == ["s1"])
    let new = try #require(try Self.changes([], [Small.at("v", 600)]).first)
    #expect(new.was == nil && new.now != nil)
    let gone = try #require(try Self.changes([Small.at("v", 600)], []).first)
    #expect(gone.was != nil && gone.now == nil)
  }

  @Test func whoHadItAndWhoHasItAreBothConcerned() throws {
    let change = try #require(
      try Self.changes(
        [.init(visit: "v", staff: ["p2"], day: 1, start: 600)], [.init(visit: "v", staff: ["p1"], day: 1, start: 600)]
      ).first
    )
    #expect(change.staff == ["p2", "p1"])
  }

  @Test func visitsOfAnotherDemandAreToldToo() throws {
    let (before, after) = (try Self.problem("old"), try Self.problem("new", at: "s2"))
    let changes = RevisionChanges(
      from: Small.answer(before, [Small.at("old", 600)]), of: before,
      to: Small.answer(after, [Small.at("new", 540)]), of: after
    ).all
    #expect(changes.map(\.visit) == ["new", "old"], "in the order of the week")
    #expect(changes.map(\.places) == [["s2"], ["s1"]])
  }
}
