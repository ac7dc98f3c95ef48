// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// How a child stands with a screener on the day of entry.
public enum EntryStanding: Sendable, Hashable {
  case toDo
  /// A sitting is open in which this many items are answered or skipped; at least one.
  case partEntered(items: Int)
  /// Screened in the term of the day.
  case screened(on: CivilDate, proposedTier: String?)
  /// Expected in the term of the day, and not screened.
  case notScreened(on: CivilDate, NotScreenedReason)
  case optedOut(CivilDate)
  /// The screener refuses this many completed months.
  case outsideAge(months: Int)
  /// The day is before the birth date.
  case notBorn
}
