// SPDX-License-Identifier: Apache-2.0

/// The mean of the answered items of whole sections: `{mean: C, missing: {allow: 1}}`. With `times: 100` and items
/// worth 0 or 1 it is a percentage of what was answered.
public struct MeanScore: Hashable, Sendable {
  public var sections: [SectionID]
  /// What the mean is multiplied by; 1 unless told.
  public var times: Int
  /// Items, over all the sections, that may be unanswered. More: no score. The mean is over the others.
  public var allow: Int

  public init(sections: [SectionID], times: Int = 1, allow: Int = 0) {
    self.sections = sections
    self.times = times
    self.allow = allow
  }
}
