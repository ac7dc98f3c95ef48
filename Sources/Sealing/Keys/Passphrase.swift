// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import CryptoExtras
import Vocabulary

/// What a person types to open a store. Taken byte for byte; has no description of its text.
public struct Passphrase: Sendable, CustomStringConvertible {
  /// The fewest characters that a new one may have.
  public static let leastLength = 12

  private let bytes: [UInt8]

  /// A passphrase to try.
  public init(_ text: String) { self.bytes = Array(text.utf8) }

  /// A passphrase to protect a key with from now on.
  ///
  /// - Throws: `passphrase.too-short` under ``leastLength`` characters.
  public init(new text: String) throws {
    guard text.count >= Self.leastLength else {
      throw Fault(
        .passphraseTooShort, "a passphrase has at least \(Self.leastLength) characters",
        maybe: "take four or five words that have nothing to do with each other")
    }
    self.init(text)
  }

  public var description: String { "a passphrase" }

  /// The key that scrypt makes of it.
  package func key(salt: [UInt8], cost: ScryptCost, byteCount: Int) throws -> [UInt8] {
    do {
      return try KDF.Scrypt.deriveKey(
        from: self.bytes, salt: salt, outputByteCount: byteCount, rounds: cost.rounds, blockSize: cost.blockSize,
        parallelism: cost.parallelism
      ).withUnsafeBytes { Array($0) }
    } catch {
      throw Fault(.sealMalformed, "scrypt with \(cost) failed", maybe: "free some memory, then try again", cause: error)
    }
  }
}
