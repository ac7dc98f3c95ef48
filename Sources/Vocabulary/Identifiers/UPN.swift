// SPDX-License-Identifier: Apache-2.0

/// A pupil's number in education in England: a check letter, then the local authority (3 digits), the
/// school (4), the year (2) and a serial number (3, of which the last is a letter while it is temporary).
///
/// Whether the local authority exists is not checked: authorities come and go, numbers stay. Printing a
/// value hides all but the last three characters; ``text`` has them all.
public struct UPN: CheckedText {
  /// Thirteen characters, letters in upper case.
  public let text: String

  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    let characters = Array(typed.utf8)
    guard characters.count == 13, let body = digits(of: typed.dropFirst().prefix(11)),
      let last = Self.value(ofLast: characters[12])
    else {
      throw Fault(
        .malformed,
        "a UPN is a letter and twelve digits, or a letter, eleven digits and a letter",
        maybe: "look for O in place of 0, I in place of 1, or a missing digit"
      )
    }
    let sum = zip(body + [last], 2...13).reduce(0) { $0 + $1.0 * $1.1 }
    guard Self.letters[sum % 23] == characters[0] else {
      throw Fault(
        .malformed,
        "the first letter of the UPN does not fit its digits",
        maybe: "a digit is wrong or two stand the wrong way round; copy it again"
      )
    }
    self.text = typed
  }

  /// Given until the child's permanent number is found.
  public var isTemporary: Bool { self.text.utf8.last.map { $0 >= 0x41 } ?? false }

  /// `••••••••••001`, for logs and failing tests.
  public var description: String { "••••••••••\(self.text.suffix(3))" }

  /// The check letters for the remainders 0 to 22; I, O and S are not used.
  private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  private static func value(ofLast byte: UInt8) -> Int? {
    (0x30...0x39).contains(byte) ? Int(byte) - 0x30 : Self.letters.firstIndex(of: byte)
  }
}
