// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct SettingReferenceTests {
  @Test(arguments: [
    ("123347", "123347"), (" 123347 ", "123347"), ("EY123456", "EY123456"), ("ey 123456", "EY123456"),
    ("EY2654321", "EY2654321"),
  ])
  func aSettingIsNamedByItsRegister(_ typed: String, _ text: String) throws {
    let reference = try SettingReference(validating: typed)
    #expect(reference.text == text)
    #expect(reference.id == SettingID(text))
    #expect(SettingReference(reference.id) == reference)
  }

  @Test func theKindFollowsFromTheForm() throws {
    #expect(SettingReference("123347") == .urn(try URN(validating: "123347")))
    #expect(SettingReference("EY123456") == .ey(try EYNumber(validating: "EY123456")))
  }

  @Test(arguments: ["12334", "1233477", "023347", "EY1234", "EY12345678901", "EX123456", "", "12334a"])
  func whatIsNotAReferenceIsRefused(_ typed: String) {
    let fault = #expect(throws: Fault.self) { try SettingReference(validating: typed) }
    #expect(fault?.code == .malformed)
    #expect(fault?.hint != nil)
  }
}
