// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct PostcodeTests {
  @Test(arguments: [
    ("SW1A 1AA", "SW1A 1AA"), ("m1 1ae", "M1 1AE"), ("TF34NT", "TF3 4NT"), (" tf10 7dx ", "TF10 7DX"),
    ("ZZ99 3VZ", "ZZ99 3VZ"), ("zz993wz", "ZZ99 3WZ"), ("ZZ99 3CZ", "ZZ99 3CZ"), ("W1A 0AX", "W1A 0AX"),
    ("TF\u{A0}3 4NT", "TF3 4NT"),
  ])
  func aPostcodeHasOneForm(_ typed: String, _ text: String) throws {
    let postcode = try Postcode(validating: typed)
    #expect(postcode.text == text)
    #expect(postcode.isPseudo == text.hasPrefix("ZZ99"))
    #expect(text.hasPrefix(postcode.outward + " "))
  }

  @Test(arguments: [
    "SW1A1A", "TF3", "TF3 4N", "TF3 44T", "3TF 4NT", "TF3 4NC", "TF345 4NT", "", "T 4NT", "TF3-4NT",
  ])
  func whatIsNotAPostcodeIsRefused(_ typed: String) {
    let fault = #expect(throws: Fault.self) { try Postcode(validating: typed) }
    #expect(fault?.code == .malformed)
  }
}
