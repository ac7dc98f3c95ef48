// SPDX-License-Identifier: Apache-2.0

/// Two whole numbers as a definition writes them, `[36, 71]`, both included.
///
/// Unlike `ClosedRange` it can hold its ends the wrong way round, so that a file's mistake can be
/// reported; it is then empty.
public struct InclusiveRange: Hashable, Sendable, CustomStringConvertible {
  public let lowest: Int
  public let highest: Int

  public init(_ lowest: Int, _ highest: Int) {
    self.lowest = lowest
    self.highest = highest
  }

  public var isEmpty: Bool { self.lowest > self.highest }
  /// Whether `next` begins with the number after this range's last.
  func isFollowed(by next: InclusiveRange) -> Bool {
    let (after, overflows) = self.highest.addingReportingOverflow(1)
    return !overflows && next.lowest == after
  }

  public func contains(_ value: Int) -> Bool { self.lowest <= value && value <= self.highest }

  public var description: String { "\(self.lowest) to \(self.highest)" }
}
