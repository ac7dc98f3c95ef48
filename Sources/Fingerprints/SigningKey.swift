// SPDX-License-Identifier: Apache-2.0

internal import Crypto
public import Vocabulary

/// A named Ed25519 private key (RFC 8032). It has no description: its text leaves only by ``secretText``.
public struct SigningKey: Sendable {
  public let publicKey: VerifyingKey
  private let key: Curve25519.Signing.PrivateKey

  public var name: String { self.publicKey.name }

  /// A new key from the system's random source.
  ///
  /// - Parameter name: text without spaces, line ends and `+`, not empty.
  /// - Throws: `key.malformed`.
  public init(newNamed name: String) throws {
    try self.init(name: name, key: Curve25519.Signing.PrivateKey())
  }

  /// Reads what ``secretText`` writes; spaces and a line end around it don't count.
  ///
  /// - Throws: `key.malformed`.
  public init(secretText: String) throws {
    let parts = KeyText.trimmed(secretText).split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", let bytes = Base64.bytes(parts[4]),
      bytes.first == KeyText.ed25519,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst())
    else { throw KeyText.malformed("a private key") }
    try self.init(name: String(parts[2]), key: key)
    guard self.publicKey.id == parts[3] else { throw KeyText.malformed("a private key") }
  }

  private init(name: String, key: Curve25519.Signing.PrivateKey) throws {
    self.key = key
    self.publicKey = try VerifyingKey(name: name, key: key.publicKey)
  }

  /// `PRIVATE+KEY+name+id+base64(0x01 ‖ seed)`: the form of keys for signed notes.
  public var secretText: String {
    "PRIVATE+KEY+\(self.name)+\(self.publicKey.id)+"
      + Base64.text([KeyText.ed25519] + Array(self.key.rawRepresentation))
  }

  /// 64 bytes; not the same for the same bytes on every call.
  @Sendable
  public func sign(_ bytes: [UInt8]) throws -> [UInt8] { Array(try self.key.signature(for: bytes)) }
}

enum KeyText {
  /// What stands before the 32 bytes of an Ed25519 key.
  static let ed25519: UInt8 = 0x01

  static func trimmed(_ text: String) -> Substring {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }

  static func malformed(_ what: String) -> Fault {
    Fault(.keyMalformed, "the text is not \(what)", maybe: "make a key with 'elsec audit key new FILE'")
  }
}

extension Fault.Code {
  public static let keyMalformed = Fault.Code("key.malformed", .badInput)
}
