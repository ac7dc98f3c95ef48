// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct AreaCodeTests {
  @Test(arguments: [
    ("E06000020", GSSCode.Kind.unitaryAuthority, true, true), ("E10000034", .county, true, true),
    ("E07000234", .nonMetropolitanDistrict, true, false), ("E08000025", .metropolitanDistrict, true, true),
    ("E09000001", .londonBorough, true, true), ("E12000005", .region, false, false),
    ("E92000001", .country, false, false), ("e01014159", .lowerSuperOutputArea, false, false),
  ])
  func theFirstThreeCharactersSayWhatItIs(
    _ typed: String,
    _ kind: GSSCode.Kind,
    _ authority: Bool,
    _ education: Bool
  ) throws {
    let code = try GSSCode(validating: typed)
    #expect(code.kind == kind)
    #expect(code.isLocalAuthority == authority)
    #expect(code.isEducationAuthority == education)
  }

  @Test func otherCountriesAreReadWithoutAKind() {
    #expect(GSSCode("W06000015")?.kind == nil)
    #expect(GSSCode("W06000015") != nil)
  }

  @Test(arguments: ["E0600002", "E060000200", "X06000020", "06000020", "E0600002O", "", "894"])
  func whatIsNotAGSSCodeIsRefused(_ typed: String) {
    #expect(GSSCode(typed) == nil)
  }

  @Test(arguments: [
    ("894", true), (" 894 ", true), ("89", false), ("8944", false), ("094", false), ("E06", false),
  ])
  func aDfECodeHasThreeDigits(_ typed: String, _ holds: Bool) {
    #expect((LACode(typed) != nil) == holds)
  }
}
