// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The two hashes of a Merkle tree (RFC 6962, section 2.1): a leaf can never pass for a node.
public enum MerkleHash {
  /// SHA-256(0x00 ‖ leaf).
  public static func leaf(_ bytes: [UInt8], by hash: Hashing) -> Digest { hash([0x00] + bytes) }

  /// SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: Digest, _ right: Digest, by hash: Hashing) -> Digest {
    hash([0x01] + left.bytes + right.bytes)
  }
}
