// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What one guess at a passphrase costs (scrypt, RFC 7914): time and 128 · N · r bytes of memory.
public struct ScryptCost: Sendable, Hashable {
  /// N: a power of two.
  public let rounds: Int
  /// r.
  public let blockSize: Int
  /// p.
  public let parallelism: Int

  /// N = 2^17, r = 8, p = 1: 128 MiB and under a second.
  public static let usual = ScryptCost(unchecked: 1 << 17, blockSize: 8, parallelism: 1)

  /// - Throws: `seal.malformed` where a guess would be too cheap (N under 2^15, r under 8), where it would take more
  ///   than 1 GiB, or p is not 1 to 16.
  public init(rounds: Int, blockSize: Int, parallelism: Int) throws {
    let isPowerOfTwo = rounds > 0 && rounds & (rounds - 1) == 0
    guard isPowerOfTwo, (1 << 15...1 << 20).contains(rounds), (8...64).contains(blockSize),
      (1...16).contains(parallelism), rounds * blockSize <= 1 << 23
    else {
      throw Fault.sealMalformed("scrypt with N=\(rounds), r=\(blockSize), p=\(parallelism) is not used here")
    }
    self.init(unchecked: rounds, blockSize: blockSize, parallelism: parallelism)
  }

  /// For tests: whatever scrypt itself can do.
  package init(unchecked rounds: Int, blockSize: Int, parallelism: Int) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }
}

extension ScryptCost: CustomStringConvertible {
  /// `n=131072,r=8,p=1`
  public var description: String { "n=\(self.rounds),r=\(self.blockSize),p=\(self.parallelism)" }

  /// Reads what ``description`` writes.
  ///
  /// - Throws: `seal.malformed`.
  init(_ text: some StringProtocol) throws {
    let numbers = zip(["n=", "r=", "p="], text.split(separator: ",", omittingEmptySubsequences: false)).compactMap {
      $1.hasPrefix($0) ? Int($1.dropFirst(2)) : nil
    }
    guard numbers.count == 3 else { throw Fault.sealMalformed("the cost of the passphrase is not readable") }
    try self.init(rounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
    guard self.description == text else { throw Fault.sealMalformed("the cost of the passphrase is not readable") }
  }
}
