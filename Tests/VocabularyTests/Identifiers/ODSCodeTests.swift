// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct ODSCodeTests {
  @Test(arguments: [("R1D", "R1D"), (" r1d ", "R1D"), ("M82001", "M82001"), ("8JE01ABCDE", "8JE01ABCDE")])
  func aCodeIsTrimmedAndInUpperCase(_ typed: String, _ text: String) {
    #expect(ODSCode(typed)?.text == text)
  }

  @Test(arguments: ["R1", "R1D-2", "12345678901", "", "É12"])
  func whatIsNotACodeIsRefused(_ typed: String) {
    #expect(ODSCode(typed) == nil)
  }
}
