// SPDX-License-Identifier: Apache-2.0

internal import Crypto
public import Vocabulary

/// The SHA-256 of `bytes` (FIPS 180-4). Fits ``Vocabulary/Hashing``.
@Sendable
public func sha256(_ bytes: [UInt8]) -> Vocabulary.Digest {
  var fingerprint = Fingerprint()
  fingerprint.update(bytes)
  return fingerprint.digest
}

/// A SHA-256 over bytes that come piece by piece, in constant memory.
///
/// Only the order of the bytes counts, not how they were cut: `abc` in one piece and `a`, `bc` in two give
/// the same digest.
public struct Fingerprint: Sendable {
  private var state = SHA256()

  public init() {}

  /// Adds the next piece; an empty one changes nothing.
  public mutating func update(_ piece: [UInt8]) { self.state.update(data: piece) }
  public mutating func update(_ piece: ArraySlice<UInt8>) { self.state.update(data: piece) }

  /// The pieces' bytes as UTF-8.
  public mutating func update(_ text: String) { self.state.update(data: Array(text.utf8)) }

  /// Of everything added so far; more may be added afterwards.
  public var digest: Vocabulary.Digest {
    // SHA-256 always has 32 bytes, so the fallback is never taken.
    Vocabulary.Digest(bytes: Array(self.state.finalize())) ?? .zero
  }
}
