// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// What an ``EntryProgram`` wants done. Whoever drives it does one, then tells it the ``EntryNews``.
public enum EntryAction: Sendable {
  /// Answered by ``EntryNews/listed(_:)``.
  case list
  /// Opens the child's sitting, or takes up the open one; answered by ``EntryNews/opened(_:)``.
  case open(ChildID)
  /// Makes the event durable; answered by ``EntryNews/kept``. `after` is how many events the sitting has: with
  /// another number kept, somebody else has typed into it, and the event must be refused.
  case keep(EntryEvent, EntryID, after: Int)
  /// Answered by ``EntryNews/finished(_:)``.
  case finish(EntryID, concern: Bool)
  /// Answered by ``EntryNews/recorded``.
  case record(ChildID, ReasonNotScreened)
  /// The program is over; nothing is answered. With a fault, that is how it ended.
  case leave((any Error)?)
}
