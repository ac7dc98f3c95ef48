// SPDX-License-Identifier: Apache-2.0

/// How a piece of text stands out. Always an addition: what it says is also said by a sign or a word.
public struct TextStyle: Hashable, Sendable {
  public enum Colour: Hashable, Sendable, CaseIterable {
    case red, yellow, green, cyan, magenta
  }

  public let isBold: Bool
  public let isReversed: Bool
  public let colour: Colour?

  public init(bold: Bool = false, reversed: Bool = false, colour: Colour? = nil) {
    self.isBold = bold
    self.isReversed = reversed
    self.colour = colour
  }

  public static let plain = TextStyle()
  static let bold = TextStyle(bold: true)
  static let reversed = TextStyle(reversed: true)
}
