// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct CapacityNoteTests {
  typealias Samples = DemandSamples

  @Test func whatIsWantedStandsBesideWhatIsCarried() throws {
    let children =
      try Samples.children(4, "targeted") + [try Samples.child("t", "specialist", at: Samples.elm)]
    let note = try DerivedDemand(from: try Samples.inputs(children)).capacity
    #expect(note.lines.map(\.skills) == [["group"], ["therapist"]])
    #expect(note.lines.map(\.wanted) == [60, 105])
    #expect(note.lines.map(\.carried) == [1800, 600])
    #expect(note.shortfall == 0)
    #expect(
      note.description == """
        group: 2 visits, 1 h 00 wanted; 2 people with about 30 h 00
        therapist: 2 visits, 1 h 45 wanted; 1 person with about 10 h 00
        all: 2 h 45 wanted; the team carries about 40 h 00
        """
    )
  }

  @Test func moreThanTheTeamCarriesIsSaid() throws {
    let tired = Samples.team.map { DemandInputs.Person(id: $0.id, skills: $0.skills, minutes: 20) }
    let note = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(4, "targeted"), staff: tired)
    ).capacity
    #expect(note.shortfall == 20)
    #expect(
      note.description.hasPrefix(
        "group: 2 visits, 1 h 00 wanted; 2 people with about 0 h 40: at least 0 h 20 will be left out"
      )
    )
  }
}
