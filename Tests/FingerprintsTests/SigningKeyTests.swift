// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Testing
import Vocabulary

@Suite struct SigningKeyTests {
  /// The example of golang.org/x/mod/sumdb/note, another implementation of the same key texts.
  static let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  static let open = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  @Test func keysOfAnotherImplementationAreRead() throws {
    let key = try SigningKey(secretText: Self.secret + "\n")
    #expect(key.secretText == Self.secret)
    #expect(key.publicKey.description == Self.open)
    #expect(try VerifyingKey(" \(Self.open)\n").id == "c74f20a3")
  }

  /// The note of the same example, signed there.
  @Test func aSignatureOfAnotherImplementationHolds() throws {
    let text = """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      """
    let signed = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    let bytes = try #require(Base64.bytes(signed))
    let key = try VerifyingKey(Self.open)
    #expect(key.isSignature(Array(bytes.dropFirst(4)), of: Array(text.utf8)))
    #expect(!key.isSignature(Array(bytes.dropFirst(4)), of: Array(text.utf8.dropLast())))
  }

  @Test func whatOneKeySignsNoOtherDoes() throws {
    let (one, other) = (try SigningKey(newNamed: "one"), try SigningKey(newNamed: "one"))
    let signature = try one.sign([1, 2, 3])
    #expect(signature.count == 64)
    #expect(one.publicKey.isSignature(signature, of: [1, 2, 3]))
    #expect(!one.publicKey.isSignature(signature, of: [1, 2]))
    #expect(!other.publicKey.isSignature(signature, of: [1, 2, 3]))
    #expect(!one.publicKey.isSignature([], of: [1, 2, 3]))
  }

  @Test(arguments: [
    "", " ", "PeterNeumann", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T=",
    "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
  ])
  func whatIsNoKeyIsRefusedWithoutQuotingIt(_ text: String) {
    for refusal in [
      #expect(throws: Fault.self) { try SigningKey(secretText: text) },
      #expect(throws: Fault.self) { try VerifyingKey(text) },
    ] {
      #expect(refusal?.code == .keyMalformed)
      #expect(text.isEmpty || text == " " || refusal?.description.contains(text) == false)
    }
  }

  @Test(arguments: ["", "two words", "a+b", "a\nb"]) func aNameHasNoSpacesOrPluses(_ name: String) {
    #expect(throws: Fault.self) { try SigningKey(newNamed: name) }
  }
}
