// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import Vocabulary

/// A named Ed25519 public key (RFC 8032).
public struct VerifyingKey: Sendable, CustomStringConvertible {
  public let name: String
  /// 8 hexadecimal digits: the first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
  public let id: String
  private let key: Curve25519.Signing.PublicKey

  /// Reads what ``description`` writes; spaces and a line end around it don't count.
  ///
  /// - Throws: `key.malformed`.
  public init(_ text: String) throws {
    let parts = KeyText.trimmed(text).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64.bytes(parts[2]), bytes.first == KeyText.ed25519,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes.dropFirst())
    else { throw KeyText.malformed("a public key") }
    try self.init(name: String(parts[0]), key: key)
    guard self.id == parts[1] else { throw KeyText.malformed("a public key") }
  }

  init(name: String, key: Curve25519.Signing.PublicKey) throws {
    guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "+" }) else {
      throw Fault(.keyMalformed, "a key's name is text without spaces and '+'", maybe: "name it for who holds it")
    }
    self.name = name
    self.key = key
    let digest = sha256(Array(name.utf8) + [0x0A, KeyText.ed25519] + Array(key.rawRepresentation))
    self.id = String("\(digest)".prefix(8))
  }

  /// `name+id+base64(0x01 ‖ public key)`: the form of keys for signed notes.
  public var description: String {
    "\(self.name)+\(self.id)+\(Base64.text([KeyText.ed25519] + Array(self.key.rawRepresentation)))"
  }

  @Sendable
  public func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    self.key.isValidSignature(signature, for: bytes)
  }
}
