// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func theStandardsExamplesReadAndWrite(_ plain: String, _ text: String) {
    #expect(Base64.text(Array(plain.utf8)) == text)
    #expect(Base64.bytes(text) == Array(plain.utf8))
  }

  @Test func everyByteAtEveryLengthReadsBack() {
    for length in 0...6 {
      for byte in UInt8.min...UInt8.max {
        let bytes = (0..<length).map { byte &+ UInt8($0) &* 85 }
        #expect(Base64.bytes(Base64.text(bytes)) == bytes)
      }
    }
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z===", "====", "Zm 9", "Zm9v\n", "Zm-_", "Zg==Zg=="])
  func whatIsNotExactlyBase64IsRefused(_ text: String) { #expect(Base64.bytes(text) == nil) }
}
