// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct DefinitionCheckTests {
  @Test func theWorkedExampleHasNoFindings() {
    #expect(DefinitionCheck.findings(in: OpenDemo.definition) == [])
  }

  @Test(arguments: [RuleDemos.routed, RuleDemos.adaptive, RuleDemos.lookedUp])
  func theExamplesOfTheOtherRulesHaveNoFindings(_ definition: ScreenerDefinition) {
    #expect(DefinitionCheck.findings(in: definition) == [])
  }

  @Test func everyRuleHasACodeOfItsOwn() {
    let codes = DefinitionCheck.rules.map { type(of: $0).code }
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("screener.") })
  }

  @Test func everyFindingSaysWhatToDo() {
    var definition = OpenDemo.definition
    definition.bands[1].from = 83
    definition.scores.removeAll { $0.name.rawValue == "raw.u" }
    let findings = DefinitionCheck.findings(in: definition)
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { !$0.remedy.isEmpty && !$0.message.isEmpty })
  }

  @Test func aDefinitionOfExtremesIsReportedAndNeverCrashes() {
    var definition = OpenDemo.definition
    definition.age.range = InclusiveRange(.min, .max)
    definition.sections[0].ages = InclusiveRange(.min, .max)
    definition.responses[0].options[0].value = .points(.max)
    definition.responses[0].options[2].value = .points(.min)
    definition.administer[0].basal?.run = .max
    definition.administer[0].ceiling?.run = .min
    definition.norms[0].rows[2].m = .nan
    definition.norms[0].rows[3].ageMonths = .infinity
    definition.bands[0].below = .nan
    definition.rescreen?.afterWeeks = .min
    #expect(DefinitionCheck.findings(in: definition).count > 5)
  }

  @Test func extremesOfRoutesTablesAndBanksAreReportedAndNeverCrash() {
    var routed = RuleDemos.routed
    for index in routed.sections.indices { routed.sections[index].ages = InclusiveRange(.min, .max) }
    routed.route?.cuts[0].points = [.min, .max]
    routed.responses[0].options[0].value = .points(.max)
    #expect(!DefinitionCheck.findings(in: routed).isEmpty)
    var adaptive = RuleDemos.adaptive
    adaptive.sections[0].items = []
    adaptive.administer[0].adaptive?.stop.most = .max
    adaptive.administer[0].adaptive?.stop.least = .min
    adaptive.administer[0].adaptive?.content[0].share = .nan
    adaptive.administer[0].adaptive?.randomesque = .max
    adaptive.banks[0].scaling = .nan
    adaptive.banks[0].rows[0].thresholds = []
    adaptive.banks[0].rows[1].discrimination = .infinity
    #expect(!DefinitionCheck.findings(in: adaptive).isEmpty)
    var lookedUp = RuleDemos.lookedUp
    for index in lookedUp.lookups[0].rows.indices {
      lookedUp.lookups[0].rows[index].ages = InclusiveRange(.min + index, .max - index)
      lookedUp.lookups[0].rows[index].raw = .max
      lookedUp.lookups[0].rows[index].value = .nan
    }
    #expect(!DefinitionCheck.findings(in: lookedUp).isEmpty)
    var weighted = OpenDemo.definition
    weighted.scores[1].kind = .sum(SumScore(sections: [SectionID("E")], weights: [ItemCode("E1"): .max]))
    #expect(!DefinitionCheck.findings(in: weighted).isEmpty)
  }

  @Test func anEmptyDefinitionIsReportedAndNeverCrashes() {
    var definition = OpenDemo.definition
    definition.responses = []
    definition.sections = []
    definition.administer = []
    definition.scores = []
    definition.norms = []
    definition.bands = []
    #expect(DefinitionCheck.findings(in: definition).count > 2)
  }

  @Test func pathsAreWrittenLikeTheFile() {
    #expect(DefinitionPath("bands")[1]["from"].description == "bands[1].from")
    #expect(DefinitionPath("scores", "raw.u", "sum").description == "scores[\"raw.u\"].sum")
  }
}
