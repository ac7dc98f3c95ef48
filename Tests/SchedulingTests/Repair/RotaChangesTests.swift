// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct RotaChangesTests {
  static let held = Small.at("v1", day: 1, 600)

  private func problem(published: [RotaAnswer.Assignment]) throws -> RotaProblem {
    try Small.problem(
      [Small.visit("v1"), Small.visit("v2", at: "s2"), Small.visit("v3")], published: published
    ) { weights in
      (weights.changedStaff, weights.changedDay, weights.changedStart) = (40, 30, 10)
    }
  }

  /// Where `v1` goes, what changes, and its points.
  @Test(
    arguments: [
      (Small.at("v1", day: 1, 600), [], 0), (Small.at("v1", day: 1, 615), [], 0),
      (Small.at("v1", day: 1, 620), [.start], 10), (Small.at("v1", ["p2"], day: 1, 600), [.people], 40),
      (Small.at("v1", day: 2, 900), [.day], 30), (Small.at("v1", ["p2"], day: 1, 560), [.people, .start], 50),
      (Small.at("v1", ["p2"], day: 0, 600), [.people, .day], 70), (nil, [.dropped], 100),
    ] as [(RotaAnswer.Assignment?, [RotaChange.Kind], Int)])
  func aVisitIsKeptOrChangesInTheseWays(
    _ now: RotaAnswer.Assignment?, _ kinds: [RotaChange.Kind], _ points: Int
  ) throws {
    let problem = try self.problem(published: [Self.held])
    let changes = RotaChanges(to: Small.answer(problem, now.map { [$0] } ?? []), of: problem)
    #expect(changes.changes.flatMap(\.kinds) == kinds)
    #expect(changes.points == points)
    #expect(changes.kept == (kinds.isEmpty ? ["v1"] : []))
    #expect(changes.nudged == (kinds.isEmpty && now?.start != 600 ? ["v1"] : []))
  }

  @Test func everyoneConcernedIsToldOnce() throws {
    let problem = try self.problem(published: [Self.held, Small.at("v3", day: 2, 600)])
    let now = [Small.at("v1", ["p2"], day: 1, 600), Small.at("v2", day: 0, 540), Small.at("v3", day: 3, 600)]
    let changes = RotaChanges(to: Small.answer(problem, now), of: problem)
    #expect(changes.changes.map(\.visit) == ["v2", "v1", "v3"])
    #expect(changes.changes[1].staff == ["p1", "p2"])
    #expect(changes.count(of: .new) == 1 && changes.points == 70)
    let calls = CallList(changes, children: ["v1": ["c1", "c2"], "v3": ["c2"]])
    #expect(calls.settings.map(\.place) == ["s1", "s2"])
    #expect(calls.settings.map(\.visits) == [["v1", "v3"], ["v2"]])
    #expect(calls.settings.map(\.points) == [70, 0])
    #expect(calls.families?.map(\.child) == ["c1", "c2"])
    #expect(calls.families?.map(\.points) == [40, 70])
    #expect(calls.staff.map(\.staff) == ["p1", "p2"])
    #expect(calls.calls == 4)
    #expect(CallList(changes, children: nil).families == nil, "not known is not nobody")
  }

  @Test func aVisitThatIsNoLongerAskedForIsDroppedFromNoKnownPlace() throws {
    let problem = try self.problem(published: [Small.at("gone", 600)])
    let change = try #require(RotaChanges(to: Small.answer(problem, []), of: problem).changes.first)
    #expect(change.kinds == [.dropped] && change.place == nil && change.points == 0)
  }
}
