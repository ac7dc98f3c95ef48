// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct GoldenCaseTests {
  @Test func theWorkedExampleComesOutAsWorkedByHand() throws {
    let result = try OpenDemo.screener().score(OpenDemo.goldenAnswers, in: OpenDemo.child(months: 50))
    #expect(result.ageMonths == 50)
    #expect(result.score(ScoreName("raw.u"))?.value == .points(5))
    #expect(result.score(ScoreName("raw.e"))?.value == .points(6))
    #expect(result.score(ScoreName("raw.all"))?.value == .points(11))
    #expect(isClose(result.score(ScoreName("z.all"))?.number, -0.835_198_000_581_616_1))
    #expect(result.score(ScoreName("ss.all"))?.value == .points(87))
    #expect(isClose(result.score(ScoreName("pr.all"))?.number, 20.180_311_763_341_45))
    guard case .interval(let low, let high)? = result.score(ScoreName("ci.all"))?.value else {
      Issue.record("the interval is missing")
      return
    }
    #expect(isClose(low, 81.109_093_400_961_65))
    #expect(isClose(high, 95.230_906_599_038_35))
    #expect(isClose(result.score(ScoreName("ae.all"))?.number, 41.454_545_454_545_45))
    #expect(result.band == BandID("amber"))
    #expect(result.tier == TierProposal(tier: TierName("targeted"), because: "band in red amber"))
    #expect(result.flags.map(\.description) == ["prorated:raw.e"])
    #expect(result.steps.isEmpty)
  }

  @Test func scoresArePrintedAsPeopleReadThem() throws {
    let result = try OpenDemo.screener().score(OpenDemo.goldenAnswers, in: OpenDemo.child(months: 50))
    #expect(
      result.scores.map { "\($0.name) \($0.text)" } == [
        "raw.u 5", "raw.e 6", "raw.all 11", "z.all -0.8352", "ss.all 87", "pr.all 20.2", "ci.all 81.1-95.2",
        "ae.all 41.5", "rci.all ",
      ]
    )
  }

  @Test func theExplanationGivesEveryStep() throws {
    let result = try OpenDemo.screener().score(
      OpenDemo.goldenAnswers,
      in: OpenDemo.child(months: 50),
      explaining: true
    )
    let lines = result.steps.map { "\($0.what): \($0.detail): \($0.value)" }
    #expect(
      lines == [
        "age: born 2022-09-15, seen 2026-11-30: 4;02 by the calendar rule: 50 months",
        "norms apply: every home language is one of ENG: yes",
        "section U: starts at U3 for 50 months; U1, U2 credited: basal of 2 in a row from U3: 2 points",
        "section U: U3 C 1, U4 C 1, U5 I 0, U6 C 1, U7 I 0, U8 I 0: 5 points, 0 missing",
        "section E: E1 ALW 2, E2 SOM 1, E3 NOB missing, E4 SOM 1, E5 NEV 0, E6 SOM 1: 5 points, 1 missing",
        "raw.u: section U: 5 points: 5",
        "raw.e: section E: 1 of 6 items missing, 1 allowed, so 5 points / 5 × 6, half up: 6",
        "raw.all: the sum of raw.u 5 and raw.e 6: 11",
        "z.all: raw.all 11; L 0.9833, M 13.6333, S 0.23167 at 50 months between rows 48 and 54 of "
          + "demo-total.lms.csv: -0.8352",
        "ss.all: 100 + 15 × z.all -0.8352, rounded half up, kept within 55 to 145: 87",
        "pr.all: the share of the norm population at or below z.all -0.8352, unrounded: 20.2",
        "ci.all: ss.all 87, reliability 0.91: true score 88.17 ± 1.6449 × 4.2927 (90%): 81.1-95.2",
        "ae.all: the age whose median in demo-total.lms.csv is raw.all 11; never used for a tier: 41.5",
        "rci.all: compares two screenings; one has no value for it: no score",
        "band: ss.all 87 is at least 82 and below 90: amber",
        "tier: the first rule that holds: band in red amber: targeted, to be confirmed",
      ]
    )
  }

  @Test func explainingChangesNoNumber() throws {
    let screener = try OpenDemo.screener()
    let plain = try screener.score(OpenDemo.goldenAnswers, in: OpenDemo.child(months: 50))
    let explained = try screener.score(
      OpenDemo.goldenAnswers,
      in: OpenDemo.child(months: 50),
      explaining: true
    )
    #expect(plain.scores == explained.scores)
    #expect(plain.tier == explained.tier)
    #expect(plain.flags == explained.flags)
  }
}
