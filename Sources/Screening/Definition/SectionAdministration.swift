// SPDX-License-Identifier: Apache-2.0

/// Where a section starts, how far back it goes and when it stops. A section without one is given whole.
public struct SectionAdministration: Hashable, Sendable {
  public struct StartPoint: Hashable, Sendable {
    /// Completed months.
    public var ages: InclusiveRange
    public var at: ItemCode

    public init(ages: InclusiveRange, at: ItemCode) {
      self.ages = ages
      self.at = at
    }
  }

  /// Established by `run` items in a row, from the lowest item given, answered with codes of `of`.
  public struct Basal: Hashable, Sendable {
    public var run: Int
    public var of: [ResponseCode]
    /// Items below an established basal count full points without being asked.
    public var creditBelow: Bool
    /// While the basal is not established, step back one item at a time.
    public var reverse: Bool
    /// Which run counts when a child has two.
    public var double: TwoRuns

    public enum TwoRuns: String, Sendable, CaseIterable {
      /// The run that was found from the start point.
      case first
      /// The last run before the ceiling: items below it count full points, also those that were missed.
      case nearestCeiling = "nearest-ceiling"
    }

    public init(
      run: Int,
      of: [ResponseCode],
      creditBelow: Bool,
      reverse: Bool,
      double: TwoRuns = .first
    ) {
      self.double = double
      self.run = run
      self.of = of
      self.creditBelow = creditBelow
      self.reverse = reverse
    }
  }

  /// Reached by `run` items in a row answered with codes of `of`.
  public struct Ceiling: Hashable, Sendable {
    public enum Then: String, Sendable, CaseIterable {
      /// The section's later items are not given and count 0, not missing.
      case stopSection = "stop-section"
    }

    public var run: Int
    public var of: [ResponseCode]
    public var then: Then

    public init(run: Int, of: [ResponseCode], then: Then = .stopSection) {
      self.run = run
      self.of = of
      self.then = then
    }
  }

  public var section: SectionID
  /// Empty: every child starts at the first item.
  public var start: [StartPoint]
  public var basal: Basal?
  public var ceiling: Ceiling?
  /// The items are chosen one by one; a section has this or the other rules, never both.
  public var adaptive: AdaptiveRule?

  public init(
    section: SectionID,
    start: [StartPoint] = [],
    basal: Basal? = nil,
    ceiling: Ceiling? = nil,
    adaptive: AdaptiveRule? = nil
  ) {
    self.section = section
    self.start = start
    self.basal = basal
    self.ceiling = ceiling
    self.adaptive = adaptive
  }
}
