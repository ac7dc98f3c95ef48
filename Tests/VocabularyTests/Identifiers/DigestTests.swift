// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct DigestTests {
  @Test func everyByteComesBack() throws {
    for first in stride(from: 0, to: 256, by: 32) {
      let bytes = (first..<first + 32).map { UInt8($0) }
      let digest = try #require(Digest(bytes: bytes))
      #expect(Digest(hex: digest.description) == digest)
    }
    #expect(Digest.zero.description == String(repeating: "0", count: 64))
  }

  @Test(arguments: [
    "", "00", String(repeating: "A", count: 64), String(repeating: "0", count: 63) + "g",
    String(repeating: "0", count: 65), String(repeating: "0", count: 63) + "é",
  ])
  func whatIsNotADigestIsRefused(_ text: String) {
    #expect(Digest(hex: text) == nil)
  }

  @Test func onlyThirtyTwoBytesMakeOne() {
    #expect(Digest(bytes: [UInt8](repeating: 1, count: 31)) == nil)
    #expect(Digest(bytes: [UInt8](repeating: 1, count: 33)) == nil)
  }
}
