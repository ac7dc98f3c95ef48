// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What of a child decides how long the record is kept.
public struct RetentionFacts: Sendable, Hashable {
  public let born: CivilDate
  /// The last day on which the service did something for the child; `nil` when it never did.
  public let lastSeen: CivilDate?
  public let died: CivilDate?

  public init(born: CivilDate, lastSeen: CivilDate? = nil, died: CivilDate? = nil) {
    self.born = born
    self.lastSeen = lastSeen
    self.died = died
  }
}
