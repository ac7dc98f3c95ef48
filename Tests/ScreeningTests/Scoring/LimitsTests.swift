// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct LimitsTests {
  @Test func aScoreBeyondTheLimitsIsPrintedAsBeyondThem() throws {
    let screener = try OpenDemo.screener()
    let lowest = try screener.score(
      understanding("III").merging(answers("E1 NEV E2 NEV E3 NEV E4 NEV E5 NEV E6 NEV")),
      in: OpenDemo.child(months: 71)
    )
    #expect(lowest.score(ScoreName("raw.all"))?.value == .points(0))
    #expect(lowest.score(ScoreName("ss.all"))?.value == .points(55))
    #expect(lowest.score(ScoreName("ss.all"))?.text == "<55")
    #expect(lowest.score(ScoreName("pr.all"))?.text == "<1")
    #expect(lowest.score(ScoreName("ae.all"))?.text == "<3;00")
    #expect(lowest.flags.map(\.description).contains("clipped:ss.all"))
    #expect(lowest.band == BandID("red"))
    let highest = try screener.score(
      understanding("CCCCCCCC").merging(answers("E1 ALW E2 ALW E3 ALW E4 ALW E5 ALW E6 ALW")),
      in: OpenDemo.child(months: 36)
    )
    #expect(highest.score(ScoreName("ss.all"))?.text == ">145")
    #expect(highest.score(ScoreName("pr.all"))?.text == ">99")
    #expect(highest.score(ScoreName("ae.all"))?.text == ">6;00")
  }

  @Test(arguments: [(81, "red"), (82, "amber"), (89, "amber"), (90, "green"), (55, "red"), (145, "green")])
  func aCutBelongsToTheBandThatBeginsThere(_ score: Int, _ band: String) {
    let found = OpenDemo.definition.bands.filter { $0.contains(Double(score)) }
    #expect(found.map(\.id.rawValue) == [band])
  }

  @Test func aConcernOnRecordRaisesARedChildToSpecialist() throws {
    let screener = try OpenDemo.screener()
    let low = understanding("III").merging(someExpression)
    let without = try screener.score(low, in: OpenDemo.child(months: 60))
    let with = try screener.score(low, in: OpenDemo.child(months: 60, concerns: [.slt]))
    #expect(without.tier?.tier == TierName("targeted"))
    #expect(with.tier == TierProposal(tier: TierName("specialist"), because: "band = red and concern.slt"))
  }
}
