// SPDX-License-Identifier: Apache-2.0

import Sealing
import Testing

@Suite struct RecoveryTests {
  /// The authors' test vectors of RFC 9180: mode base, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
  @Test func aMessageOfTheHPKEVectorsOpens() throws {
    let secret = try RecoverySecret(bytes: bytes("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d"))
    let opened = secret.open(
      bytes(
        """
        e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a
        """),
      encapsulated: bytes("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"),
      info: Array("Ode on a Grecian Urn".utf8), with: Array("Count-0".utf8))
    #expect(opened == Array("Beauty is truth, truth beauty".utf8))
  }

  @Test func whatIsWrappedForAKeyOpensByItsPrivateHalf() throws {
    let (key, secret) = (DataKey(), RecoverySecret())
    let wrap = try RecoveryWrap(of: key, for: RecoveryKey(secret.publicKey.description))
    let again = try RecoveryWrap(wrap.description)
    #expect(again == wrap && wrap.keyID == secret.publicKey.id)
    let read = try RecoverySecret(secretText: " \(secret.secretText)\n")
    #expect(PassphraseTests.isSame(try again.key(by: read), key))
  }

  @Test func anotherKeyIsToldAsSuch() throws {
    let wrap = try RecoveryWrap(of: DataKey(), for: RecoverySecret().publicKey)
    #expect(code { try wrap.key(by: RecoverySecret()) } == .sealWrongRecoveryKey)
    let without = KeyWraps(passphrase: try PassphraseWrap(of: DataKey(), by: Passphrase("x"), cost: .cheap))
    #expect(code { try without.key(by: RecoverySecret()) } == .sealWrongRecoveryKey)
  }

  @Test func everyChangedCharacterOfAWrapIsFound() throws {
    let secret = RecoverySecret()
    let wrap = Array(try RecoveryWrap(of: DataKey(), for: secret.publicKey).description.utf8)
    for changed in damaged(wrap) {
      let found = code { try RecoveryWrap(String(decoding: changed, as: UTF8.self)).key(by: secret) }
      #expect(found == .sealMalformed || found == .sealWrongRecoveryKey)
    }
  }

  @Test func theHalvesAreNotTakenForEachOther() throws {
    let secret = RecoverySecret()
    #expect(code { try RecoveryKey(secret.secretText) } == .recoveryKeyMalformed)
    #expect(code { try RecoverySecret(secretText: secret.publicKey.description) } == .recoveryKeyMalformed)
    #expect(!secret.secretText.contains(secret.publicKey.description.split(separator: ":")[2]))
  }

  @Test func aMistypedKeyIsRefused() throws {
    let secret = RecoverySecret()
    for text in damaged(Array(secret.secretText.utf8)) {
      // X25519 itself passes over five bits of a private key.
      let read = try? RecoverySecret(secretText: String(decoding: text, as: UTF8.self))
      #expect(read == nil || read?.publicKey.description == secret.publicKey.description)
    }
    for text in damaged(Array(secret.publicKey.description.utf8)) {
      #expect(code { try RecoveryKey(String(decoding: text, as: UTF8.self)) } == .recoveryKeyMalformed)
    }
  }
}
