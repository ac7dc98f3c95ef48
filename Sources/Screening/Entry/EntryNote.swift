// SPDX-License-Identifier: Apache-2.0

/// Words noted during entry, with the item that was next.
public struct EntryNote: Hashable, Sendable {
  /// `nil`: noted when no item was open.
  public let item: ItemCode?
  public let text: String
}
