// SPDX-License-Identifier: Apache-2.0

import Sealing
import Testing

@Suite struct PassphraseTests {
  let right = Passphrase("correct horse battery staple")

  /// RFC 7914, section 12. The first of the four has no passphrase and the last needs 1 GiB.
  static let vectors: [(passphrase: String, salt: String, cost: ScryptCost, key: String)] = [
    (
      "password", "NaCl", ScryptCost(unchecked: 1024, blockSize: 8, parallelism: 16),
      """
      fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162
      2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
      """
    ),
    (
      "pleaseletmein", "SodiumChloride", ScryptCost(unchecked: 16384, blockSize: 8, parallelism: 1),
      """
      7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2
      d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
      """
    ),
  ]

  @Test(arguments: vectors.indices)
  func scryptGivesTheKeysOfRFC7914(_ number: Int) throws {
    let vector = Self.vectors[number]
    let key = try Passphrase(vector.passphrase).key(salt: Array(vector.salt.utf8), cost: vector.cost, byteCount: 64)
    #expect(key == bytes(vector.key))
  }

  @Test func aKeyThatWasWrappedOpensByItsPassphraseAlone() throws {
    let key = DataKey()
    let wrap = try PassphraseWrap(of: key, by: self.right, cost: .cheap)
    #expect(Self.isSame(try wrap.key(by: self.right), key))
    for wrong in ["correct horse battery stapl", "Correct horse battery staple", "correct horse battery staple ", "x"] {
      #expect(code { try wrap.key(by: Passphrase(wrong)) } == .sealWrongPassphrase)
    }
  }

  @Test func theUsualCostIsRememberedAndWorks() throws {
    let key = DataKey()
    let wrap = try PassphraseWrap(of: key, by: self.right)
    let text = wrap.description
    #expect(text.hasPrefix("scrypt:n=131072,r=8,p=1:"))
    #expect(Self.isSame(try PassphraseWrap(text).key(by: self.right), key))
    let cut = text.dropLast()
    #expect(code { try PassphraseWrap(String(cut)) } == .sealMalformed)
  }

  @Test func twoWrapsOfOneKeyHaveNothingInCommon() throws {
    let key = DataKey()
    let wraps = try (0..<2).map { _ in try PassphraseWrap(of: key, by: self.right, cost: .cheap).description }
    let parts = wraps.map { $0.split(separator: ":") }
    #expect(parts[0][2] != parts[1][2] && parts[0][3] != parts[1][3])
  }

  @Test(arguments: [
    (1 << 14, 8, 1), (1 << 21, 8, 1), (100_000, 8, 1), (0, 8, 1), (-131_072, 8, 1), (1 << 17, 4, 1), (1 << 17, 0, 1),
    (1 << 17, 128, 1), (1 << 20, 16, 1), (1 << 17, 8, 0), (1 << 17, 8, 17), (1 << 17, 8, -1), (Int.max, 8, 1),
  ])
  func anAbsurdCostIsRefused(_ rounds: Int, _ blockSize: Int, _ parallelism: Int) throws {
    #expect(
      code { try ScryptCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism) } == .sealMalformed)
    let wrap = try PassphraseWrap(of: DataKey(), by: self.right, cost: .cheap).description
    let parts = wrap.split(separator: ":")
    let forged = "scrypt:n=\(rounds),r=\(blockSize),p=\(parallelism):\(parts[2]):\(parts[3])"
    #expect(code { try PassphraseWrap(forged) } == .sealMalformed)
  }

  @Test(arguments: [
    "", "scrypt", "scrypt:::", "argon2:n=131072,r=8,p=1:AAAA:AAAA", "scrypt:n=131072,r=8:AAAA:AAAA",
    "scrypt:n=131072,r=8,p=1:AAAA:AAAA", "scrypt:n=+131072,r=8,p=1:AAAA:AAAA",
  ])
  func aWrapThatElsecDidNotWriteIsRefused(_ text: String) {
    #expect(code { try PassphraseWrap(text) } == .sealMalformed)
  }

  @Test func aNewPassphraseHasTwelveCharactersAtLeast() throws {
    #expect(code { try Passphrase(new: "elevenchars") } == .passphraseTooShort)
    #expect(code { try Passphrase(new: "") } == .passphraseTooShort)
    #expect(code { try Passphrase(new: "twelve chars") } == nil)
  }

  @Test func nothingThatIsSecretHasADescription() throws {
    #expect("\(self.right)" == "a passphrase")
    #expect("\(DataKey())" == "a data key")
  }

  static func isSame(_ one: DataKey, _ other: DataKey) -> Bool {
    let standIn = { CellSeal($0).standIn(for: "x", table: "t", column: "c", byteCount: 16) }
    return standIn(one) == standIn(other)
  }
}
