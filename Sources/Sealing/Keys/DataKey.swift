// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import Vocabulary

/// The 256-bit key that a store's cells are sealed under. Kept nowhere but in wraps; has no text form.
public struct DataKey: Sendable, CustomStringConvertible {
  static let byteCount = 32

  private let key: SymmetricKey

  /// A new key from the system's random source.
  public init() { self.key = SymmetricKey(size: .bits256) }

  /// - Throws: `seal.malformed` for anything but 32 bytes.
  package init(bytes: [UInt8]) throws {
    guard bytes.count == Self.byteCount else { throw Fault.sealMalformed("a data key has \(Self.byteCount) bytes") }
    self.key = SymmetricKey(data: bytes)
  }

  /// Says nothing of the key.
  public var description: String { "a data key" }

  var bytes: [UInt8] { self.key.withUnsafeBytes { Array($0) } }

  /// A key of its own for each use (HKDF-SHA256, RFC 5869).
  func subkey(for use: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: self.key, info: Array(use.utf8), outputByteCount: Self.byteCount)
  }
}
