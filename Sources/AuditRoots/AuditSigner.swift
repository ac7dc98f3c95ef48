// SPDX-License-Identifier: Apache-2.0

/// Signs roots with a key that lies outside the database.
public struct AuditSigner: Sendable {
  /// The key's name: text without spaces and `+`.
  public let name: String
  /// What tells keys of one name apart: 8 hexadecimal digits worked out from name and public key.
  public let keyID: String
  /// The 64 bytes of an Ed25519 signature (RFC 8032).
  let sign: @Sendable ([UInt8]) throws -> [UInt8]

  public init(name: String, keyID: String, sign: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.sign = sign
  }

  public func signed(_ root: AuditRoot) throws -> SignedAuditRoot {
    SignedAuditRoot(
      root: root, keyName: self.name, keyID: self.keyID, signature: try self.sign(Array(root.statement.utf8)))
  }
}
