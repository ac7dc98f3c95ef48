// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import FoundationEssentials
import Vocabulary

/// A data key that the local authority's private recovery key opens: HPKE in base mode (RFC 9180), X25519, HKDF-SHA256,
/// AES-256-GCM.
public struct RecoveryWrap: Sendable, Hashable {
  static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
  private static let info = Array("elsec/recovery-wrap/1".utf8)
  private static let encapsulatedCount = 32

  /// The ``RecoveryKey/id`` of the key it was made for.
  public let keyID: String
  private let encapsulated: [UInt8]
  private let sealed: [UInt8]

  public init(of key: DataKey, for recoveryKey: RecoveryKey) throws {
    var sender = try HPKE.Sender(recipientKey: recoveryKey.key, ciphersuite: Self.suite, info: Data(Self.info))
    self.sealed = Array(try sender.seal(key.bytes, authenticating: Array(recoveryKey.id.utf8)))
    self.encapsulated = Array(sender.encapsulatedKey)
    self.keyID = recoveryKey.id
  }

  /// - Throws: `seal.wrong-recovery-key`; `seal.malformed` when the wrap was changed.
  public func key(by secret: RecoverySecret) throws -> DataKey {
    let opened = secret.open(
      self.sealed, encapsulated: self.encapsulated, info: Self.info, with: Array(self.keyID.utf8))
    guard let opened else {
      guard secret.publicKey.id == self.keyID else {
        throw Fault(
          .sealWrongRecoveryKey,
          "the store's key is kept for recovery key \(self.keyID), and this is \(secret.publicKey.id)",
          maybe: "use the private half of key \(self.keyID)")
      }
      throw Fault.sealMalformed("what is kept of the store's key for recovery was changed")
    }
    return try DataKey(bytes: opened)
  }
}

extension RecoveryWrap: CustomStringConvertible {
  /// `hpke:id:encapsulated:sealed`, both in Base64.
  public var description: String {
    "hpke:\(self.keyID):\(Base64.text(self.encapsulated)):\(Base64.text(self.sealed))"
  }

  /// Reads what ``description`` writes.
  ///
  /// - Throws: `seal.malformed`.
  public init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "hpke", parts[1].count == 8, let encapsulated = Base64.bytes(parts[2]),
      encapsulated.count == Self.encapsulatedCount, let sealed = Base64.bytes(parts[3]),
      sealed.count == DataKey.byteCount + 16
    else { throw Fault.sealMalformed("the key's wrap for recovery is not readable") }
    self.keyID = String(parts[1])
    self.encapsulated = encapsulated
    self.sealed = sealed
  }
}
