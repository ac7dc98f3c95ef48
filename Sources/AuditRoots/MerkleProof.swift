// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Checks proofs with nothing but roots that one kept (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
public enum MerkleProof {
  /// Whether `proof` shows that `leaf` is the one at `index` among the `size` leaves of `root`.
  public static func includes(
    _ leaf: [UInt8], at index: Int, in size: Int, root: Digest, proof: [Digest], hash: Hashing
  ) -> Bool {
    guard (0..<size).contains(index) else { return false }
    var (place, last) = (index, size - 1)
    var node = MerkleHash.leaf(leaf, by: hash)
    for sibling in proof {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        node = MerkleHash.node(sibling, node, by: hash)
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        node = MerkleHash.node(node, sibling, by: hash)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && node == root
  }

  /// Whether `proof` shows that the `size` leaves of `root` begin with the `oldSize` leaves of `oldRoot`.
  public static func isConsistent(
    from oldSize: Int, _ oldRoot: Digest, to size: Int, _ root: Digest, proof: [Digest], hash: Hashing
  ) -> Bool {
    guard oldSize >= 0, oldSize <= size else { return false }
    if oldSize == 0 { return proof.isEmpty && oldRoot == hash([]) && (size > 0 || root == oldRoot) }
    if oldSize == size { return proof.isEmpty && oldRoot == root }
    var rest = proof[...]
    if oldSize & (oldSize - 1) == 0 { rest = [oldRoot] + rest }
    guard let first = rest.popFirst() else { return false }
    var (place, last) = (oldSize - 1, size - 1)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    var (old, new) = (first, first)
    for sibling in rest {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        old = MerkleHash.node(sibling, old, by: hash)
        new = MerkleHash.node(sibling, new, by: hash)
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        new = MerkleHash.node(new, sibling, by: hash)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && old == oldRoot && new == root
  }
}
