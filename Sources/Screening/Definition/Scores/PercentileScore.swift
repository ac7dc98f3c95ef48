// SPDX-License-Identifier: Apache-2.0

/// The percentage of the norm population at or below: `{percentile: z.all, report: ["<1", ">99"]}`.
public struct PercentileScore: Hashable, Sendable {
  /// A z score; the unrounded one is used.
  public var of: ScoreName
  /// Below this it is printed as `<1` (with this number). `nil`: always printed as a number.
  public var reportBelow: Int?
  /// Above this it is printed as `>99` (with this number).
  public var reportAbove: Int?

  public init(of: ScoreName, reportBelow: Int? = nil, reportAbove: Int? = nil) {
    self.of = of
    self.reportBelow = reportBelow
    self.reportAbove = reportAbove
  }
}
