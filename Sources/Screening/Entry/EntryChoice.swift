// SPDX-License-Identifier: Apache-2.0

/// One answer that an item takes.
public struct EntryChoice: Hashable, Sendable {
  /// The capital letter or digit that stands for it; distinct within an item.
  public let key: Character
  public let code: ResponseCode
  /// `nil`: counts as unanswered.
  public let points: Int?
}
