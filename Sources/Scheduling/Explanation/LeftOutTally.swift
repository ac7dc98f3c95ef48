// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The visits that a rota leaves out, by reason. Reasons that differ in numbers alone are one, told with the
/// range of each number: `nobody has 30 to 45 minutes free`.
public struct LeftOutTally: Sendable, Hashable {
  public struct Group: Sendable, Hashable {
    public let reason: String
    /// In the order of the answer.
    public let visits: [VisitID]
    public var count: Int { self.visits.count }
  }

  /// The most visits first, then by the text of the reason.
  public let groups: [Group]

  public init(_ leftOut: [RotaAnswer.LeftOut]) {
    var kinds: [[String?]: (ranges: [ClosedRange<Int>], visits: [VisitID])] = [:]
    for left in leftOut {
      let words = left.reason.split(separator: " ", omittingEmptySubsequences: false)
      let numbers = words.compactMap { Int($0) }
      let shape = words.map { Int($0) == nil ? String($0) : nil }
      var kind = kinds[shape] ?? (numbers.map { $0...$0 }, [])
      for (index, number) in numbers.enumerated() {
        let range = kind.ranges[index]
        kind.ranges[index] = min(range.lowerBound, number)...max(range.upperBound, number)
      }
      kind.visits.append(left.visit)
      kinds[shape] = kind
    }
    self.groups = kinds.map { shape, kind in
      Group(reason: Self.sentence(shape, kind.ranges), visits: kind.visits)
    }
    .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }

  /// The words with each number, `nil` in the shape, as a range.
  private static func sentence(_ shape: [String?], _ ranges: [ClosedRange<Int>]) -> String {
    var rest = ranges[...]
    return shape.map { word in
      guard word == nil, let range = rest.popFirst() else { return word ?? "" }
      let (low, high) = (range.lowerBound, range.upperBound)
      return low == high ? "\(low)" : "\(low) to \(high)"
    }.joined(separator: " ")
  }
}
