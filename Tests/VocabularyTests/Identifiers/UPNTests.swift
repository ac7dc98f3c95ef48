// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct UPNTests {
  @Test(arguments: [
    ("B801200005001", false), ("P207000016049", false), ("A80120000501A", true), ("H33012342401B", true),
    ("Y20700001604Z", true), ("b801200005001", false), ("B 801 2000 05 001", false),
  ])
  func aNumberWithItsCheckLetterIsRead(_ typed: String, _ temporary: Bool) throws {
    let number = try UPN(validating: typed)
    #expect(number.isTemporary == temporary)
    #expect(UPN(number.text) == number)
  }

  @Test(arguments: [
    "A801200005001", "Q207000016049", "Z330123424001", "B80120000500", "B8012000050011", "B80120000501S",
    "8801200005001", "B8O1200005001", "", "I801200005001",
  ])
  func aNumberThatBreaksTheRuleIsRefused(_ typed: String) {
    #expect(UPN(typed) == nil)
  }

  /// Other libraries refuse a number whose local authority is not on today's list; ours does not look.
  @Test func theLocalAuthorityIsNotLookedUp() {
    #expect(UPN("V330123424001") != nil)
    #expect(Self.someLetterFits("999000016001"))
  }

  private static func someLetterFits(_ digits: String) -> Bool {
    "ABCDEFGHJKLMNPQRTUVWXYZ".filter { UPN("\($0)\(digits)") != nil }.count == 1
  }

  @Test(arguments: ["801200005001", "207000016049", "000000000000", "999999999999", "80120000501X"])
  func exactlyOneLetterFits(_ digits: String) {
    #expect(Self.someLetterFits(digits))
  }

  @Test func messagesAndPrintedValuesHideTheNumber() throws {
    let fault = #expect(throws: Fault.self) { try UPN(validating: "A801200005001") }
    #expect(fault?.description.contains("8012") == false)
    #expect("\(try UPN(validating: "B801200005001"))" == "••••••••••001")
  }
}
