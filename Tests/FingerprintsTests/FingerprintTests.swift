// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Testing
import Vocabulary

/// The examples of FIPS 180-4's companion, NIST "SHA256.pdf", and the digest of nothing.
private let published = [
  ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
]

@Suite struct FingerprintTests {
  @Test(arguments: published)
  func aPublishedExampleIsReproduced(_ text: String, _ digest: String) {
    #expect(sha256(Array(text.utf8)).description == digest)
  }

  @Test(arguments: [1, 3, 63, 64, 65, 1000])
  func theCutOfTheStreamDoesNotCount(_ size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var pieces = Fingerprint()
    for start in stride(from: 0, to: bytes.count, by: size) {
      pieces.update(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(pieces.digest == sha256(bytes))
  }

  @Test func theDigestCanBeReadOnTheWay() {
    var fingerprint = Fingerprint()
    fingerprint.update("a")
    let first = fingerprint.digest
    fingerprint.update(Array("bc".utf8))
    #expect(first == sha256([0x61]))
    #expect(fingerprint.digest == sha256(Array("abc".utf8)))
  }

  @Test func itServesWhereAHashingFunctionIsWanted() {
    let hashing: Hashing = sha256
    #expect(hashing([]) == sha256([]))
  }
}
