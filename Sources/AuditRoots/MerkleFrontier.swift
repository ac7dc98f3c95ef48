// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The Merkle tree (RFC 6962) of leaves that come one after another, as far as its root needs it.
///
/// Keeps one hash for every full subtree on the right edge: at most 63, however many leaves there are.
public struct MerkleFrontier: Sendable {
  public private(set) var size = 0
  /// Roots of the full subtrees, from the largest, leftmost one on.
  private var edge: [Digest] = []
  private let hash: Hashing

  public init(hash: @escaping Hashing) { self.hash = hash }

  /// Adds a leaf at the right. Two hashes on the average.
  public mutating func append(_ leaf: [UInt8]) {
    var node = MerkleHash.leaf(leaf, by: self.hash)
    var full = self.size
    while full & 1 == 1, let left = self.edge.popLast() {
      node = MerkleHash.node(left, node, by: self.hash)
      full >>= 1
    }
    self.edge.append(node)
    self.size += 1
  }

  /// The root of all leaves so far; of none, the hash of nothing.
  public var root: Digest {
    guard var root = self.edge.last else { return self.hash([]) }
    for left in self.edge.dropLast().reversed() { root = MerkleHash.node(left, root, by: self.hash) }
    return root
  }
}
