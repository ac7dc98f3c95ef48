// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import Vocabulary

/// A data key that a passphrase opens: AES-256-GCM under the key that scrypt makes of the passphrase and a random salt.
public struct PassphraseWrap: Sendable, Hashable {
  public let cost: ScryptCost
  private let salt: [UInt8]
  /// Nonce, sealed key, tag.
  private let sealed: [UInt8]

  /// - Throws: `seal.malformed` when scrypt cannot have its memory.
  public init(of key: DataKey, by passphrase: Passphrase, cost: ScryptCost = .usual) throws {
    let salt = (0..<16).map { _ in UInt8.random(in: 0...UInt8.max) }
    let wrapping = try passphrase.key(salt: salt, cost: cost, byteCount: DataKey.byteCount)
    self.cost = cost
    self.salt = salt
    self.sealed = try GCM.seal(key.bytes, under: SymmetricKey(data: wrapping), with: Self.head(cost, salt))
  }

  /// - Throws: `seal.wrong-passphrase`.
  public func key(by passphrase: Passphrase) throws -> DataKey {
    let wrapping = try passphrase.key(salt: self.salt, cost: self.cost, byteCount: DataKey.byteCount)
    let head = Self.head(self.cost, self.salt)
    guard let bytes = GCM.open(self.sealed[...], under: SymmetricKey(data: wrapping), with: head) else {
      throw Fault(
        .sealWrongPassphrase, "the passphrase is wrong",
        maybe: "type it again; 'elsec store passphrase --recovery-key FILE' sets a new one by the authority's key")
    }
    return try DataKey(bytes: bytes)
  }

  private static func head(_ cost: ScryptCost, _ salt: [UInt8]) -> [UInt8] {
    Array("scrypt:\(cost):\(Base64.text(salt))".utf8)
  }
}

extension PassphraseWrap: CustomStringConvertible {
  /// `scrypt:n=131072,r=8,p=1:salt:sealed`, both in Base64.
  public var description: String { "scrypt:\(self.cost):\(Base64.text(self.salt)):\(Base64.text(self.sealed))" }

  /// Reads what ``description`` writes.
  ///
  /// - Throws: `seal.malformed` for anything else, and for a cost that ``ScryptCost`` refuses.
  public init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "scrypt", let salt = Base64.bytes(parts[2]), salt.count == 16,
      let sealed = Base64.bytes(parts[3]), sealed.count == GCM.overhead + DataKey.byteCount
    else { throw Fault.sealMalformed("the key's wrap for the passphrase is not readable") }
    self.cost = try ScryptCost(parts[1])
    self.salt = salt
    self.sealed = sealed
  }
}
