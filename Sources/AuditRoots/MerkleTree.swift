// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A Merkle tree (RFC 6962) that is kept whole, to prove what was in it. 64 bytes a leaf.
public struct MerkleTree: Sendable {
  public private(set) var size = 0
  /// By height, the hashes of the full subtrees side by side, 32 bytes each; the leaves' are the first.
  private var levels: [[UInt8]] = []
  private let hash: Hashing

  public init(hash: @escaping Hashing) { self.hash = hash }

  /// Adds a leaf at the right.
  public mutating func append(_ leaf: [UInt8]) {
    var node = MerkleHash.leaf(leaf, by: self.hash)
    var (height, place) = (0, self.size)
    self.keep(node, at: height)
    while place & 1 == 1 {
      node = MerkleHash.node(self.kept(height, place - 1), node, by: self.hash)
      (height, place) = (height + 1, place >> 1)
      self.keep(node, at: height)
    }
    self.size += 1
  }

  /// The root of the first `size` leaves, in O(log size).
  ///
  /// - Precondition: there are that many.
  public func root(of size: Int) -> Digest {
    precondition((0...self.size).contains(size), "a root of leaves that are not there")
    return size == 0 ? self.hash([]) : self.node(over: 0..<size)
  }

  /// What shows that a leaf is among the first `size` leaves: the siblings on the way from it to the root.
  ///
  /// - Precondition: `0 <= index < size`, and there are `size` leaves.
  public func inclusionProof(of index: Int, in size: Int) -> [Digest] {
    precondition(size <= self.size && (0..<size).contains(index), "a proof about leaves that are not there")
    return self.path(to: index, within: 0..<size)
  }

  /// What shows that the first `old` leaves of the first `size` ones are the very same as ever.
  ///
  /// - Precondition: `0 <= old <= size`, and there are `size` leaves.
  public func consistencyProof(from old: Int, to size: Int) -> [Digest] {
    precondition(size <= self.size && (0...size).contains(old), "a proof about leaves that are not there")
    guard old > 0, old < size else { return [] }
    return self.proof(of: old, within: 0..<size, isWhole: true)
  }

  /// `PATH` of RFC 6962.
  private func path(to index: Int, within range: Range<Int>) -> [Digest] {
    guard range.count > 1 else { return [] }
    let middle = range.lowerBound + Self.split(range.count)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return index < middle
      ? self.path(to: index, within: left) + [self.node(over: right)]
      : self.path(to: index, within: right) + [self.node(over: left)]
  }

  /// `SUBPROOF` of RFC 6962.
  private func proof(of old: Int, within range: Range<Int>, isWhole: Bool) -> [Digest] {
    guard old < range.count else { return isWhole ? [] : [self.node(over: range)] }
    let split = Self.split(range.count)
    let middle = range.lowerBound + split
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return old <= split
      ? self.proof(of: old, within: left, isWhole: isWhole) + [self.node(over: right)]
      : self.proof(of: old - split, within: right, isWhole: false) + [self.node(over: left)]
  }

  /// `MTH` of RFC 6962: full subtrees are looked up, the rest is put together.
  private func node(over range: Range<Int>) -> Digest {
    if range.count & (range.count - 1) == 0 {
      let height = range.count.trailingZeroBitCount
      return self.kept(height, range.lowerBound >> height)
    }
    let middle = range.lowerBound + Self.split(range.count)
    return MerkleHash.node(
      self.node(over: range.lowerBound..<middle), self.node(over: middle..<range.upperBound), by: self.hash)
  }

  /// The largest power of two below `count`, which is 2 or more.
  private static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }

  private func kept(_ height: Int, _ place: Int) -> Digest {
    // Every level holds whole hashes, so the fallback is never taken.
    Digest(bytes: Array(self.levels[height][place * 32..<place * 32 + 32])) ?? .zero
  }

  private mutating func keep(_ node: Digest, at height: Int) {
    if height == self.levels.count { self.levels.append([]) }
    self.levels[height] += node.bytes
  }
}
