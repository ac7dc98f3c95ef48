// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func everyNameThatIsUsedIsDefined() {
  let rule = "screener.unknown-name"
  #expect(
    findings(of: rule) { $0.sections[0].use = ResponseSetID("yesno") }
      == ["sections[0].use: there is no response set yesno"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].section = SectionID("X") } == [
      "administer.X: there is no section X"
    ]
  )
  #expect(
    findings(of: rule) { $0.administer[0].start[1].at = ItemCode("U9") }
      == ["administer.U.start[1].at: there is no item of section U U9"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].basal?.of = [ResponseCode("ALW")] }
      == ["administer.U.basal.of: there is no response of try ALW"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].ceiling?.of = [ResponseCode("X")] }
      == ["administer.U.ceiling.of: there is no response of try X"]
  )
  #expect(
    findings(of: rule) { $0.scores[0].kind = .sum(SumScore(sections: [SectionID("Q")])) }
      == ["scores[\"raw.u\"].sum: there is no section Q"]
  )
  #expect(
    findings(of: rule) { $0.scores[3].kind = .lms(LMSScore(norms: NormsID("boys"), of: ScoreName("raw.x"))) }
      == [
        "scores[\"z.all\"].of: there is no score raw.x", "scores[\"z.all\"].lms: there is no norm table boys",
      ]
  )
  #expect(
    findings(of: rule) { definition in
      for index in definition.bands.indices { definition.bands[index].when = ScoreName("ss.x") }
    } == (0..<3).map { "bands[\($0)].when: there is no score ss.x" }
  )
  #expect(
    findings(of: rule) { $0.tiers[3].condition = .bandIn([BandID("blue"), BandID("green")]) }
      == ["tiers[3].if: there is no band blue"]
  )
}
