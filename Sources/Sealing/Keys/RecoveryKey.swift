// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import Vocabulary

/// The public half of a local authority's recovery key (X25519): wraps a store's key so that the private half opens it.
public struct RecoveryKey: Sendable, CustomStringConvertible {
  /// 8 hexadecimal digits by which people tell keys apart.
  public let id: String
  let key: Curve25519.KeyAgreement.PublicKey

  /// Reads what ``description`` writes; white space around it doesn't count.
  ///
  /// - Throws: `recovery-key.malformed`.
  public init(_ text: String) throws {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "elsec-recovery", let bytes = Base64.bytes(parts[2]),
      let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
    else { throw Fault.recoveryKeyMalformed("the public half of a recovery key") }
    self.init(key)
    guard self.id == parts[1] else { throw Fault.recoveryKeyMalformed("the public half of a recovery key") }
  }

  init(_ key: Curve25519.KeyAgreement.PublicKey) {
    let digest = SHA256.hash(data: Array("elsec/recovery-key/1".utf8) + Array(key.rawRepresentation))
    self.id = Array(digest.prefix(4)).hexadecimal
    self.key = key
  }

  /// `elsec-recovery:id:base64`
  public var description: String { "elsec-recovery:\(self.id):\(Base64.text(Array(self.key.rawRepresentation)))" }
}

extension String {
  var trimmed: Substring {
    let start = self.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}

extension [UInt8] {
  var hexadecimal: String {
    let digits = Array<Character>("0123456789abcdef")
    return String(self.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
