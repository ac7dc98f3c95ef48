// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What someone sat down to enter.
public struct EntryTask: Hashable, Sendable {
  /// The screener as it was asked for.
  public let screener: String
  public let date: CivilDate
  /// `baseline` or `followup`.
  public let phase: String
  /// Straight to one child, and done when that child is; `nil` for a list.
  public let child: ChildID?
  /// Whether a therapist's concern is marked from the beginning.
  public let concern: Bool

  public init(screener: String, date: CivilDate, phase: String, child: ChildID? = nil, concern: Bool = false) {
    self.screener = screener
    self.date = date
    self.phase = phase
    self.child = child
    self.concern = concern
  }
}
