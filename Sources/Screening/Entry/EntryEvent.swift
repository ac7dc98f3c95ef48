// SPDX-License-Identifier: Apache-2.0

/// One thing a person did while entering a child's answers. The events of a sitting, in order, are the whole
/// state of an ``EntrySession``: keep each one before the next is taken and nothing accepted can be lost.
public enum EntryEvent: Hashable, Sendable, Codable {
  case answered(ItemCode, ResponseCode)
  /// The item was put and not answered, or cannot be given: it counts as missing.
  case skipped(ItemCode)
  /// The last answer or skip is taken back.
  case wentBack
  /// Free words about the child or the sitting, kept with the item that was next. Personal.
  case noted(String)
  /// From here on answers are given in this language, a CBDS code; empty: in the usual one again.
  case spoke(String)
  /// The sitting was left, to be taken up later.
  case paused
  /// Entry is closed; items still open count as missing.
  case finished
}
