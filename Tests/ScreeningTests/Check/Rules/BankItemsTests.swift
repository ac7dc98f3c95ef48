// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct BankItemsTests {
  static let rule = "screener.bank"

  @Test func theNumbersOfABankHaveAMeaning() {
    let adaptive = RuleDemos.adaptive
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].scaling = 0 } == ["banks.bank.d: d is 0"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows[2].slope = 2 }
        == ["banks.bank.rows[2]: B3 has the slope 2"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.banks[0].model = .twoParameter
        definition.banks[0].rows[2].slope = -1
      } == ["banks.bank.rows[2]: B3 has the slope -1"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows[2].locations = [101] }
        == ["banks.bank.rows[2]: the locations of B3 are 101"]
    )
  }

  @Test func theStepsOfAnItemAreThoseOfItsResponses() {
    let adaptive = RuleDemos.adaptive
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows[2].locations = [0, 1] }
        == ["banks.bank.rows[2]: B3 has 2 locations and responses worth 2 different points"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.responses = [OpenDemo.responses("try", [("A", 2), ("B", 1), ("C", 0)])]
        definition.banks[0].model = .graded
        for row in 0..<6 { definition.banks[0].rows[row].locations = [1, row == 2 ? 1 : 2] }
      } == ["banks.bank.rows[2]: the locations of B3 are 1, 1"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.responses = [OpenDemo.responses("try", [("A", 2), ("C", 0)])]
        definition.banks[0].model = .graded
        for row in 0..<6 { definition.banks[0].rows[row].locations = [1, 2] }
      } == ["responses.try: no response of try is worth 1, and an item bank reads points that are one apart"]
    )
  }

  @Test func aBankHoldsEachItemOfItsSectionsOnce() {
    let adaptive = RuleDemos.adaptive
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows.append($0.banks[0].rows[0]) }
        == ["banks.bank.rows[6]: B1 stands twice in bank.csv"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows.removeFirst(2) }
        == ["scores.theta.irt: 2 items of theta are not in the bank bank, the first is B1"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { definition in
        definition.sections.append(OpenDemo.section("X", "try", 1))
        definition.banks[0].rows.append(
          ItemParameters.Row(item: ItemCode("X1"), domain: "talk", slope: 1, locations: [0])
        )
      } == ["scores.theta.of: the bank bank has X1, which no section of theta holds"]
    )
    #expect(
      findings(of: Self.rule, in: adaptive) { $0.banks[0].rows = [] }.first == "banks.bank: bank.csv has no rows"
    )
  }
}
