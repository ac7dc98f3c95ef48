// SPDX-License-Identifier: Apache-2.0

/// How a number of children is divided into groups.
///
/// As many children as possible are placed, in as few groups as that takes, and the sizes differ by at most
/// one: 9 children in groups of 3 to 4 make 3, 3 and 3; 5 make one group of 4 and leave 1.
struct GroupSplit: Equatable {
  /// Larger groups first.
  let sizes: [Int]
  let leftOver: Int

  /// - Parameter size: its lower bound is 1 or more.
  init(_ count: Int, into size: ClosedRange<Int>) {
    let (smallest, largest) = (max(1, size.lowerBound), max(1, size.upperBound))
    let needed = (count + largest - 1) / largest
    let groups = min(needed, count / smallest)
    let placed = min(count, groups * largest)
    self.sizes = (0..<groups).map { placed / groups + ($0 < placed % groups ? 1 : 0) }
    self.leftOver = count - placed
  }
}
