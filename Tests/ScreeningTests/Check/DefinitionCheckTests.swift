// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct DefinitionCheckTests {
  @Test func theWorkedExampleHasNoFindings() {
    #expect(DefinitionCheck.findings(in: OpenDemo.definition) == [])
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
