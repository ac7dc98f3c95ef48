// SPDX-License-Identifier: Apache-2.0

/// The language first spoken at home, as a code of the school census: three or four letters, such as `ENG`,
/// `POL` or `PNJA`. Whether the code is in use is not checked.
public struct HomeLanguage: CheckedText {
  public let text: String

  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    guard (3...4).contains(typed.utf8.count), typed.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw Fault(
        .malformed,
        "a home language is a census code of three or four letters, such as ENG",
        maybe: "OTH is another language, not listed"
      )
    }
    self.text = typed
  }

  /// English (`ENG`) or believed to be English (`ENB`).
  public var isEnglish: Bool { self.text == "ENG" || self.text == "ENB" }
}
