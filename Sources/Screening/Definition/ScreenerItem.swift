// SPDX-License-Identifier: Apache-2.0

/// One thing asked or observed.
public struct ScreenerItem: Hashable, Sendable {
  public var code: ItemCode
  public var text: TextByLanguage
  /// Points are counted as lowest + highest of the response set less the points of the answer.
  public var reverse: Bool

  public init(code: ItemCode, text: TextByLanguage, reverse: Bool = false) {
    self.code = code
    self.text = text
    self.reverse = reverse
  }
}
