// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct NHSNumberTests {
  @Test(arguments: [
    "9434765919", "9434765870", "9449306680", "4010232137", "9990000018", "943 476 5919", "943-476-5919",
    " 9434765919 ",
  ])
  func aNumberWithItsCheckDigitIsRead(_ typed: String) throws {
    let number = try NHSNumber(validating: typed)
    #expect(number.text.utf8.count == 10)
    #expect(NHSNumber(number.text) == number)
  }

  @Test(arguments: ["9434765918", "1234567890", "943476591", "94347659190", "94347659l9", "", "９434765919"])
  func aNumberThatBreaksTheRuleIsRefused(_ typed: String) {
    #expect(NHSNumber(typed) == nil)
  }

  /// Other libraries accept the two that keep the check digit; forms are filled with them.
  @Test(arguments: 0..<10)
  func tenEqualDigitsAreRefused(_ digit: Int) {
    let fault = #expect(throws: Fault.self) {
      try NHSNumber(validating: String(repeating: String(digit), count: 10))
    }
    #expect(fault?.message == "an NHS number does not have ten equal digits")
  }

  @Test func everySingleWrongDigitAndSwapOfNeighboursIsFound() throws {
    let digits = Array("9434765919")
    for position in digits.indices {
      for other in "0123456789" where other != digits[position] {
        var wrong = digits
        wrong[position] = other
        #expect(NHSNumber(String(wrong)) == nil)
      }
      guard position > 0, digits[position] != digits[position - 1] else { continue }
      var swapped = digits
      swapped.swapAt(position, position - 1)
      #expect(NHSNumber(String(swapped)) == nil)
    }
  }

  @Test func messagesAndPrintedValuesHideTheNumber() throws {
    let fault = #expect(throws: Fault.self) { try NHSNumber(validating: "9434765918") }
    #expect(fault?.description.contains("943476") == false)
    let number = try NHSNumber(validating: "9434765919")
    #expect("\(number)" == "•••••••919")
    #expect(number.spaced == "943 476 5919")
  }
}
