// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// An item that two typings of the same form do not agree on.
public struct RekeyDifference: Hashable, Sendable {
  public let item: ItemCode
  /// `nil`: not answered.
  public let first: ResponseCode?
  public let second: ResponseCode?
}

extension PreparedScreener {
  /// The items that differ, in item order; empty when both typings agree.
  public func differences(between first: ScreeningAnswers, and second: ScreeningAnswers) -> [RekeyDifference] {
    self.items.compactMap { item in
      guard first[item] != second[item] else { return nil }
      return RekeyDifference(item: item, first: first[item], second: second[item])
    }
  }
}
