// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct StandingRotaTests {
  private let held = [
    Small.at("v1", 600), Small.at("v2", 660), Small.at("v3", ["p2"], 720), Small.at("v4", day: 1, 600),
  ]

  private func fallen(
    _ disruptions: [Disruption], visits: [RotaProblem.Visit] = (1...4).map { Small.visit(VisitID("v\($0)")) }
  ) throws -> [VisitID] {
    let problem = try Small.problem(visits, published: self.held).disrupted(by: disruptions)
    let standing = StandingRota(of: problem)
    #expect(RotaReferee.check(standing.answer, of: problem).isFeasible)
    #expect(Set(standing.assignments).isSubset(of: self.held))
    #expect(standing.assignments.count + standing.fallen.count == self.held.count)
    return standing.fallen
  }

  @Test func exactlyWhatADisruptionTouchesFalls() throws {
    #expect(try self.fallen([]) == [])
    #expect(try self.fallen([.absence("p1", day: 0, hours: nil)]) == ["v1", "v2"])
    #expect(try self.fallen([.absence("p1", day: 0, hours: 660..<990)]) == ["v2"])
    #expect(try self.fallen([.absence("p2", day: 1, hours: nil)]) == [])
    #expect(try self.fallen([.closure("s1", day: 0, hours: nil)]) == ["v1", "v2", "v3"])
    #expect(try self.fallen([.closure("s1", day: 0, hours: 640..<700)]) == ["v2"])
    #expect(try self.fallen([.cancellation("v4")]) == ["v4"])
    #expect(try self.fallen([.addition(Small.visit("new"))]) == [])
  }

  @Test func whatFollowsAFallenVisitFallsToo() throws {
    let visits = [
      Small.visit("v1"), Small.visit("v2"), Small.visit("v3", after: [.init(visit: "v1")]), Small.visit("v4"),
    ]
    #expect(try self.fallen([.cancellation("v1")], visits: visits) == ["v1", "v3"])
  }

  @Test func ofVisitsThatBreakALimitTogetherTheLightestFalls() throws {
    let visits = [("v1", 50), ("v2", 40), ("v3", 10), ("v4", 10)].map {
      Small.visit(VisitID($0.0), weight: $0.1)
    }
    let problem = try Small.problem(
      visits, staff: [Small.person("p1", contact: 30), Small.person("p2")], published: self.held)
    #expect(StandingRota(of: problem).fallen == ["v2"])
  }

  @Test func visitsAndPeopleThatAreGoneFall() throws {
    let held = [Small.at("gone", 600), Small.at("v1", ["left"], 600), Small.at("v2", 660)]
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2")], published: held)
    #expect(StandingRota(of: problem).fallen == ["gone", "v1"])
  }
}
