// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import FoundationEssentials
import Vocabulary

/// AES-256-GCM (SP 800-38D) with a random 96-bit nonce in front and the 128-bit tag behind.
enum GCM {
  static let overhead = 12 + 16

  static func seal(_ plain: [UInt8], under key: SymmetricKey, with context: [UInt8]) throws -> [UInt8] {
    guard let box = try AES.GCM.seal(plain, using: key, authenticating: context).combined else {
      throw Fault(.sealBroken, "sealing failed")
    }
    return Array(box)
  }

  /// `nil` when anything was changed: the bytes, the key or the context.
  static func open(_ sealed: ArraySlice<UInt8>, under key: SymmetricKey, with context: [UInt8]) -> [UInt8]? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let plain = try? AES.GCM.open(box, using: key, authenticating: context)
    else { return nil }
    return Array(plain)
  }
}
