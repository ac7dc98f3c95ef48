// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import FoundationEssentials
import Vocabulary

/// The private half of a local authority's recovery key. It has no description: its text leaves by ``secretText`` only.
public struct RecoverySecret: Sendable {
  public let publicKey: RecoveryKey
  private let key: Curve25519.KeyAgreement.PrivateKey

  /// A new key from the system's random source.
  public init() { self.init(Curve25519.KeyAgreement.PrivateKey()) }

  /// Reads what ``secretText`` writes; white space around it doesn't count.
  ///
  /// - Throws: `recovery-key.malformed`.
  public init(secretText text: String) throws {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "elsec-recovery-private", let bytes = Base64.bytes(parts[2]),
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
    else { throw Fault.recoveryKeyMalformed("the private half of a recovery key") }
    self.init(key)
    guard self.publicKey.id == parts[1] else { throw Fault.recoveryKeyMalformed("the private half of a recovery key") }
  }

  private init(_ key: Curve25519.KeyAgreement.PrivateKey) {
    self.key = key
    self.publicKey = RecoveryKey(key.publicKey)
  }

  package init(bytes: [UInt8]) throws { self.init(try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)) }

  /// `elsec-recovery-private:id:base64`
  public var secretText: String {
    "elsec-recovery-private:\(self.publicKey.id):\(Base64.text(Array(self.key.rawRepresentation)))"
  }

  /// Opens one HPKE message in base mode; `nil` when it is not for this key or was changed.
  package func open(
    _ sealed: [UInt8], encapsulated: [UInt8], info: [UInt8], with context: [UInt8]
  ) -> [UInt8]? {
    guard
      var recipient = try? HPKE.Recipient(
        privateKey: self.key, ciphersuite: RecoveryWrap.suite, info: Data(info), encapsulatedKey: Data(encapsulated)),
      let plain = try? recipient.open(sealed, authenticating: context)
    else { return nil }
    return Array(plain)
  }
}
