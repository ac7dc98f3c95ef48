// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ChildCourseTests {
  typealias Samples = DemandSamples

  private func left(_ child: DemandInputs.Child, pathway: Pathway? = nil) throws -> NotPlaced? {
    let demand = try DerivedDemand(from: try Samples.inputs([child], pathway: pathway))
    #expect(demand.visits.isEmpty)
    return demand.notPlaced.first
  }

  @Test func aTierMustBeConfirmed() throws {
    let screened = try left(try Samples.child("c", nil, screened: "2026-11-10"))
    #expect(screened?.reason == .tierNotConfirmed)
    #expect(screened?.because == "screened, but nobody has confirmed a tier")
    #expect(try left(try Samples.child("c", nil))?.because == "not screened, so there is no tier")
  }

  @Test func aTierWithoutVisitsSaysWhy() throws {
    let entry = try left(try Samples.child("c", "universal"))
    #expect(entry?.reason == .noVisitsInTier)
    #expect(entry?.because == "tier universal: offer of the setting")
  }

  @Test func aReviewGoesToATherapist() throws {
    let entry = try left(try Samples.child("c", "review"))
    #expect(entry?.reason == .therapistDecides)
    #expect(entry?.because == "tier review: a therapist decides before visits are planned")
  }

  @Test func anUnknownTierAndAnAgeOutsideThePathwayAreTold() throws {
    #expect(
      try left(try Samples.child("c", "gold"))?.because
        == "the pathway 'sample' does not know the tier 'gold'"
    )
    let entry = try left(try Samples.child("c", "targeted", year: "6"))
    #expect(entry?.reason == .noRule)
    #expect(
      entry?.because == "the pathway 'sample' answers the tier 'targeted' for N1 to 2; the child is at Year 6"
    )
  }

  @Test func aFinishedProgrammeIsTold() throws {
    let progress = try Samples.running(since: "2026-W38", held: 18)
    let entry = try left(try Samples.child("c", "targeted", screened: "2026-11-30", progress: progress))
    #expect(entry?.reason == .programmeFinished)
    #expect(entry?.because == "Early group: all 18 sessions held; screened again from 2026-W50")
  }

  @Test func aBirthdayDoesNotTakeAChildOutOfAGroupButANewTierDoes() throws {
    let progress = try Samples.running(since: "2026-W46", held: 5)
    let older = try DerivedDemand(
      from: try Samples.inputs(try Samples.children(3, "targeted", year: "R", progress: progress))
    )
    #expect(older.groups.map(\.series) == [SeriesID("g")])
    let changed = try left(try Samples.child("c", "universal", progress: progress))
    #expect(changed?.reason == .noVisitsInTier)
  }

  @Test func aSettingThatIsNotThereIsTold() throws {
    let entry = try left(try Samples.child("c", "specialist", at: SettingID("999999")))
    #expect(entry?.reason == .settingUnknown)
  }

  @Test func aPathwayWithFindingsIsRefused() throws {
    let pathway = try PathwaySamples.pathway(rules: [])
    let fault = #expect(throws: Fault.self) { try DerivedDemand(from: try Samples.inputs(pathway: pathway)) }
    #expect(fault?.code == .pathwayInvalid)
  }
}
