// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct GroupingTests {
  typealias Samples = DemandSamples

  /// Groups of 3 to 6: how many children, the sizes of the groups, how many are left over.
  @Test(arguments: [
    (1, [], 1), (2, [], 2), (3, [3], 0), (6, [6], 0), (7, [4, 3], 0), (11, [6, 5], 0), (12, [6, 6], 0),
    (13, [5, 4, 4], 0),
  ])
  func groupsAreBalanced(_ count: Int, _ sizes: [Int], _ left: Int) throws {
    let demand = try DerivedDemand(from: try Samples.inputs(try Samples.children(count, "targeted")))
    #expect(demand.groups.map(\.children.count) == sizes)
    #expect(demand.notPlaced.count == left)
  }

  @Test func tooFewChildrenAreTold() throws {
    let demand = try DerivedDemand(from: try Samples.inputs(try Samples.children(2, "targeted")))
    #expect(demand.notPlaced.map(\.reason) == [.tooFewForGroup, .tooFewForGroup])
    #expect(demand.notPlaced.first?.because == "Early group needs at least 3 children, there are 2")
    #expect(demand.visits.isEmpty)
  }

  @Test func aChildLeftOverByTheUpperLimitIsTold() throws {
    let programme = PathwaySamples.programme(size: 3...4)
    let pathway = try PathwaySamples.pathway(
      programmes: [programme, PathwaySamples.school, PathwaySamples.therapy])
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(5, "targeted"), pathway: pathway)
    )
    #expect(demand.groups.map(\.children.count) == [4])
    #expect(
      demand.notPlaced.map(\.because) == [
        "5 children fill one group of Early group; 1 left over, too few for another (at least 3)"
      ]
    )
  }

  @Test func roomInAGroupForANeighbouringAgeIsSuggested() throws {
    let children =
      try Samples.children(2, "targeted") + Samples.children(3, "targeted", year: "R", from: 10)
    let demand = try DerivedDemand(from: try Samples.inputs(children))
    #expect(demand.groups.map(\.programme.rawValue) == ["school"])
    #expect(
      demand.notPlaced.map(\.suggestion)
        == [String](
          repeating: "the group 100001.school.2026-W49.1 of School group has 3 of 4 children",
          count: 2
        )
    )
  }

  @Test func childrenOfTwoSettingsAreNeverTogether() throws {
    let children =
      try Samples.children(2, "targeted") + Samples.children(2, "targeted", at: Samples.elm, from: 10)
    let demand = try DerivedDemand(from: try Samples.inputs(children))
    #expect(demand.groups.isEmpty)
    #expect(demand.notPlaced.count == 4)
  }

  @Test func neighboursInAgeStayTogether() throws {
    let children =
      try Samples.children(4, "targeted", year: "N2") + Samples.children(4, "targeted", year: "N1", from: 10)
    let demand = try DerivedDemand(from: try Samples.inputs(children))
    #expect(
      demand.groups.map { $0.children.map(\.rawValue) } == [
        ["c10", "c11", "c12", "c13"], ["c01", "c02", "c03", "c04"],
      ]
    )
  }

  @Test func aRunningGroupKeepsItsChildrenAlsoWhenFewAreLeft() throws {
    let progress = try Samples.running(since: "2026-W46", held: 5)
    let children =
      try Samples.children(2, "targeted", progress: progress) + Samples.children(3, "targeted", from: 10)
    let demand = try DerivedDemand(from: try Samples.inputs(children))
    #expect(demand.groups.map(\.series.rawValue) == ["100001.early.2026-W49.1", "g"])
    #expect(demand.groups.map(\.children.count) == [3, 2])
    #expect(
      demand.notes.map(\.text) == ["Early group: 2 of at least 3 children are left; the course goes on"]
    )
  }

  @Test func aRunningGroupThatIsTooFullLeavesTheRestOut() throws {
    let progress = try Samples.running(since: "2026-W46", held: 5)
    let demand = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(8, "targeted", progress: progress))
    )
    #expect(demand.groups.map(\.children.count) == [6])
    #expect(demand.notPlaced.map(\.reason) == [.groupFull, .groupFull])
  }

  @Test func aNewGroupNeverTakesTheNameOfOneThatRuns() throws {
    let progress = try Samples.running("100001.early.2026-W49.1", since: "2026-W49", held: 0)
    let children =
      try Samples.children(3, "targeted", progress: progress) + Samples.children(3, "targeted", from: 10)
    let demand = try DerivedDemand(from: try Samples.inputs(children))
    #expect(demand.groups.map(\.series.rawValue) == ["100001.early.2026-W49.1", "100001.early.2026-W49.2"])
    #expect(demand.groups.first?.children.map(\.rawValue) == ["c01", "c02", "c03"])
  }

  @Test func whoMovesToAnotherSettingLeavesTheGroup() throws {
    let progress = try Samples.running(since: "2026-W46", held: 5)
    let children =
      try Samples.children(3, "targeted", progress: progress)
      + Samples.children(1, "targeted", at: Samples.elm, from: 10, progress: progress)
    let demand = try DerivedDemand(from: try Samples.inputs(children))
    #expect(demand.groups.map(\.children.count) == [3])
    #expect(demand.notPlaced.map(\.reason) == [.tooFewForGroup])
  }
}
