// SPDX-License-Identifier: Apache-2.0

/// Checks signatures by one public key.
public struct AuditVerifier: Sendable {
  public let name: String
  /// See ``AuditSigner/keyID``.
  public let keyID: String
  let isSignature: @Sendable (_ signature: [UInt8], _ bytes: [UInt8]) -> Bool

  public init(
    name: String, keyID: String, isSignature: @escaping @Sendable (_ signature: [UInt8], _ bytes: [UInt8]) -> Bool
  ) {
    self.name = name
    self.keyID = keyID
    self.isSignature = isSignature
  }

  /// Whether the root is signed by this key.
  public func accepts(_ signed: SignedAuditRoot) -> Bool {
    signed.keyName == self.name && signed.keyID == self.keyID
      && self.isSignature(signed.signature, Array(signed.root.statement.utf8))
  }
}
