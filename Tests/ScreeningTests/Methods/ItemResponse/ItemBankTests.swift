// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ItemBankTests {
  private static func item(_ code: String = "B", _ a: Double = 1, _ thresholds: [Double] = [0]) -> BankItem {
    BankItem(code: ItemCode(code), discrimination: a, thresholds: thresholds)
  }

  private static let flawed: [(ItemBank.Model, Double, BankItem, ItemBankProblem.Reason)] = [
    (.twoParameter, 1, item("B", 0), .discrimination),
    (.twoParameter, 1, item("B", -1.2), .discrimination),
    (.twoParameter, 1, item("B", .nan), .discrimination),
    (.twoParameter, 1, item("B", .infinity), .discrimination),
    (.twoParameter, 1, item("B", 120), .discrimination),
    (.rasch, 1, item("B", 0), .discrimination),
    (.rasch, 1, item("B", 1.1), .notRasch),
    (.rasch, 1, item("B", 1, []), .thresholdCount),
    (.rasch, 1, item("B", 1, [0, 1]), .thresholdCount),
    (.twoParameter, 1, item("B", 1, [0, 1]), .thresholdCount),
    (.graded, 1, item("B", 1, []), .thresholdCount),
    (.graded, 1, item("B", 1, [0, 0]), .thresholdOrder),
    (.graded, 1, item("B", 1, [1, 0.5]), .thresholdOrder),
    (.graded, 1, item("B", 1, [0, 1e-9]), .thresholdOrder),
    (.twoParameter, 1, item("B", 1, [.nan]), .threshold),
    (.twoParameter, 1, item("B", 1, [-.infinity]), .threshold),
    (.twoParameter, 1, item("B", 1, [250]), .threshold),
    (.twoParameter, 1, item("A"), .twice),
  ]

  @Test(arguments: Self.flawed) func aFlawIsReportedWithItsItem(
    _ model: ItemBank.Model, _ scaling: Double, _ item: BankItem, _ reason: ItemBankProblem.Reason
  ) throws {
    let bank = ItemBank(model: model, scaling: scaling, items: [Self.item("A"), item])
    let problem = try #require(bank.problems.first)
    #expect(bank.problems.count == 1)
    #expect(problem.reason == reason)
    #expect(problem.position == 1)
    #expect(problem.item == item.code)
    #expect(problem.message.contains(item.code.rawValue))
    #expect(!problem.remedy.isEmpty)
  }

  @Test(arguments: [0, -1, .nan, .infinity] as [Double]) func theScalingConstantIsAboveZero(_ scaling: Double) {
    let bank = ItemBank(model: .rasch, scaling: scaling, items: [Self.item()])
    #expect(bank.problems.map(\.reason) == [.scaling])
    #expect(bank.problems.first?.position == nil)
  }

  @Test func aBankHasItems() {
    #expect(ItemBank(model: .graded, items: []).problems.map(\.reason) == [.noItems])
  }

  @Test func everyFlawIsReportedInTheOrderOfTheItems() {
    let bank = ItemBank(
      model: .rasch, scaling: -1,
      items: [Self.item("A", 2), Self.item("A", 0, []), Self.item("C"), Self.item("D", 1, [.nan, .nan])])
    #expect(
      bank.problems.map(\.reason) == [
        .scaling, .notRasch, .twice, .discrimination, .thresholdCount, .thresholdCount, .threshold, .threshold,
        .thresholdOrder,
      ])
    #expect(bank.problems.map(\.position) == [nil, 0, 1, 1, 1, 3, 3, 3, 3])
  }

  @Test(arguments: ItemBank.Model.allCases) func theBanksOfTheGoldenCasesAreSound(_ model: ItemBank.Model) {
    #expect(CatRCase.bank(model).problems.isEmpty)
  }

  @Test func anItemIsFoundByItsCode() {
    #expect(CatRCase.bank(.graded).position(of: ItemCode("G3")) == 2)
    #expect(CatRCase.bank(.graded).position(of: ItemCode("G9")) == nil)
  }
}
