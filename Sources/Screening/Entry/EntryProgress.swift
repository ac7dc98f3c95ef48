// SPDX-License-Identifier: Apache-2.0

/// How far entry has come.
public struct EntryProgress: Hashable, Sendable {
  /// Items answered or skipped.
  public let entered: Int
  /// Items that may still come up; a basal or ceiling can make it fewer.
  public let openAtMost: Int
  public let sectionsDone: Int
  public let sections: Int
}
