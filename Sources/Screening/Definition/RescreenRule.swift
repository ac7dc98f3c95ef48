// SPDX-License-Identifier: Apache-2.0

/// When the child is seen again with the same screener.
public struct RescreenRule: Hashable, Sendable {
  /// How alike the versions must be for two screenings to be compared.
  public enum SameVersion: String, Sendable, CaseIterable {
    case major, minor, exact
  }

  public var afterWeeks: Int
  /// Sooner than this the second result says more about practice than about the child.
  public var minimumGapWeeks: Int
  public var sameVersion: SameVersion

  public init(afterWeeks: Int, minimumGapWeeks: Int, sameVersion: SameVersion = .major) {
    self.afterWeeks = afterWeeks
    self.minimumGapWeeks = minimumGapWeeks
    self.sameVersion = sameVersion
  }
}
