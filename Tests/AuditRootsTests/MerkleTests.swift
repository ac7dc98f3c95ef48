// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Fingerprints
import Testing
import Vocabulary

/// The recursive definitions of RFC 6962, section 2.1, written down as they stand there.
private enum Naive {
  static func root(_ leaves: ArraySlice<[UInt8]>) -> Digest {
    if leaves.isEmpty { return sha256([]) }
    if leaves.count == 1 { return sha256([0] + leaves[leaves.startIndex]) }
    let (left, right) = self.halves(leaves)
    return sha256([1] + self.root(left).bytes + self.root(right).bytes)
  }

  static func path(_ index: Int, _ leaves: ArraySlice<[UInt8]>) -> [Digest] {
    if leaves.count == 1 { return [] }
    let (left, right) = self.halves(leaves)
    return index < left.count
      ? self.path(index, left) + [self.root(right)] : self.path(index - left.count, right) + [self.root(left)]
  }

  static func proof(_ old: Int, _ leaves: ArraySlice<[UInt8]>, _ isWhole: Bool = true) -> [Digest] {
    if old == leaves.count { return isWhole ? [] : [self.root(leaves)] }
    let (left, right) = self.halves(leaves)
    return old <= left.count
      ? self.proof(old, left, isWhole) + [self.root(right)]
      : self.proof(old - left.count, right, false) + [self.root(left)]
  }

  private static func halves(_ leaves: ArraySlice<[UInt8]>) -> (ArraySlice<[UInt8]>, ArraySlice<[UInt8]>) {
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    return (leaves.prefix(split), leaves.dropFirst(split))
  }
}

@Suite struct MerkleTests {
  static let largest = 70
  static let leaves = (0..<largest).map { number in sha256(Array("entry \(number)".utf8)).bytes }
  static let tree = {
    var tree = MerkleTree(hash: sha256)
    for leaf in leaves { tree.append(leaf) }
    return tree
  }()

  /// The leaves and roots that Certificate Transparency's own implementations are tested with.
  @Test func thePublishedRootsComeOut() {
    let leaves: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      Array(0x50...0x57), Array(0x60...0x6F),
    ]
    let roots = [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    var frontier = MerkleFrontier(hash: sha256)
    var tree = MerkleTree(hash: sha256)
    #expect("\(frontier.root)" == roots[0] && "\(tree.root(of: 0))" == roots[0])
    for (leaf, root) in zip(leaves, roots.dropFirst()) {
      frontier.append(leaf)
      tree.append(leaf)
      #expect("\(frontier.root)" == root)
      #expect("\(tree.root(of: tree.size))" == root)
    }
  }

  @Test func rootsAreThoseOfTheRecursiveDefinitionAtEverySize() {
    var frontier = MerkleFrontier(hash: sha256)
    for size in 0...Self.largest {
      let naive = Naive.root(Self.leaves.prefix(size))
      #expect(frontier.root == naive && Self.tree.root(of: size) == naive, "\(size)")
      if size < Self.largest { frontier.append(Self.leaves[size]) }
    }
  }

  @Test func everyInclusionProofHoldsForItsLeafAlone() {
    for size in 1...Self.largest {
      let root = Self.tree.root(of: size)
      for index in 0..<size {
        let proof = Self.tree.inclusionProof(of: index, in: size)
        #expect(proof == Naive.path(index, Self.leaves.prefix(size)))
        func includes(_ leaf: Int, at place: Int, in size: Int, _ proof: [Digest]) -> Bool {
          MerkleProof.includes(Self.leaves[leaf], at: place, in: size, root: root, proof: proof, hash: sha256)
        }
        #expect(includes(index, at: index, in: size, proof))
        #expect(!includes((index + 1) % Self.largest, at: index, in: size, proof))
        #expect(size == 1 || !includes(index, at: (index + 1) % size, in: size, proof))
        #expect(!includes(index, at: index, in: size, proof + [root]))
        #expect(proof.isEmpty || !includes(index, at: index, in: size, proof.dropLast()))
        #expect(!includes(index, at: size, in: size, proof) && !includes(index, at: -1, in: size, proof))
      }
    }
  }

  @Test func everyConsistencyProofHoldsForItsTwoRootsAlone() {
    let other = sha256([7])
    for size in 0...Self.largest {
      let root = Self.tree.root(of: size)
      for old in 0...size {
        let proof = Self.tree.consistencyProof(from: old, to: size)
        if old > 0 { #expect(proof == Naive.proof(old, Self.leaves.prefix(size))) }
        let oldRoot = Self.tree.root(of: old)
        func holds(_ oldRoot: Digest, _ root: Digest, _ proof: [Digest]) -> Bool {
          MerkleProof.isConsistent(from: old, oldRoot, to: size, root, proof: proof, hash: sha256)
        }
        #expect(holds(oldRoot, root, proof), "\(old) to \(size)")
        #expect(!holds(other, root, proof))
        #expect(old == 0 && size > 0 || !holds(oldRoot, other, proof))
        #expect(!holds(oldRoot, root, proof + [other]))
        #expect(proof.isEmpty || !holds(oldRoot, root, proof.dropLast()))
        for place in proof.indices {
          var forged = proof
          forged[place] = other
          #expect(!holds(oldRoot, root, forged))
        }
      }
    }
  }
}
