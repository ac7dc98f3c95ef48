// SPDX-License-Identifier: Apache-2.0

/// A postcode of the United Kingdom, in upper case with one space: `TF3 4NT`.
///
/// Whether mail is delivered there is not checked. Codes that begin `ZZ99` stand in health records for "no
/// postcode": `ZZ99 3VZ` no fixed abode, `ZZ99 3WZ` address not known, `ZZ99 3CZ` England, not specified.
public struct Postcode: CheckedText {
  public let text: String

  /// Reads either case, with the space anywhere or nowhere.
  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    let (outward, inward) = (String(typed.dropLast(3)), String(typed.suffix(3)))
    guard Self.isOutward(outward), Self.isInward(inward, pseudo: outward == "ZZ99") else {
      throw Fault(
        .malformed,
        "a postcode is two to four characters, then a digit and two letters, such as TF3 4NT",
        maybe: "look for O in place of 0, or a missing last letter; leave it empty when it is not known"
      )
    }
    self.text = "\(outward) \(inward)"
  }

  /// The part before the space: a post town's district.
  public var outward: String { String(self.text.dropLast(4)) }

  /// Whether it stands for "no postcode" in health records.
  public var isPseudo: Bool { self.outward == "ZZ99" }

  /// A9, A99, AA9, AA99, A9A or AA9A, A a letter and 9 a digit.
  private static func isOutward(_ text: String) -> Bool {
    ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(Self.shape(of: text))
  }

  /// 9AA, without the letters C, I, K, M, O and V, which are not used there; pseudo codes use them.
  private static func isInward(_ text: String, pseudo: Bool) -> Bool {
    Self.shape(of: text) == "9AA" && (pseudo || !text.contains(where: "CIKMOV".contains))
  }

  private static func shape(of text: String) -> String {
    String(
      text.utf8.map { byte -> Character in
        switch byte {
        case 0x30...0x39: "9"
        case 0x41...0x5A: "A"
        default: "?"
        }
      }
    )
  }
}
