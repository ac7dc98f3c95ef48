// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct BankItemsTests {
  static let rule = "screener.bank"

  @Test func theNumbersOfABankHaveAMeaning() {
    let adaptive = RuleDemos.adaptive
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].scaling = 0 } == ["banks.bank.d: the scaling constant is 0"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows[2].discrimination = 2 }
        == ["banks.bank.rows[2]: the discrimination of B3 is 2; in a Rasch bank it is 1"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.banks[0].model = .twoParameter
        definition.banks[0].rows[2].discrimination = -1
      } == ["banks.bank.rows[2]: the discrimination of B3 is -1"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows[2].thresholds = [101] }
        == ["banks.bank.rows[2]: B3 has the threshold 101"]
    )
  }

  @Test func theStepsOfAnItemAreThoseOfItsResponses() {
    let adaptive = RuleDemos.adaptive
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows[2].thresholds = [0, 1] }
        == ["banks.bank.rows[2]: B3 has 2 thresholds and responses worth 2 different points"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.responses = [OpenDemo.responses("try", [("A", 2), ("B", 1), ("C", 0)])]
        definition.banks[0].model = .graded
        for row in 0..<6 { definition.banks[0].rows[row].thresholds = [1, row == 2 ? 1 : 2] }
      } == ["banks.bank.rows[2]: the thresholds of B3 do not rise from 1 to 1"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.responses = [OpenDemo.responses("try", [("A", 2), ("C", 0)])]
        definition.banks[0].model = .graded
        for row in 0..<6 { definition.banks[0].rows[row].thresholds = [1, 2] }
      } == ["responses.try: no response of try is worth 1, and an item bank reads points that are one apart"]
    )
  }

  @Test func aBankHoldsEachItemOfItsSectionsOnce() {
    let adaptive = RuleDemos.adaptive
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows.append($0.banks[0].rows[0]) }
        == ["banks.bank.rows[6]: B1 stands twice in the bank"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows.removeFirst(2) }
        == ["scores.theta.irt: 2 items of theta are not in the bank bank, the first is B1"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.sections.append(OpenDemo.section("X", "try", 1))
        definition.banks[0].rows.append(
          BankItem(code: ItemCode("X1"), thresholds: [0], domain: "talk")
        )
      } == ["scores.theta.of: the bank bank has X1, which no section of theta holds"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows = [] }.first == "banks.bank: the bank has no items"
    )
  }
}
