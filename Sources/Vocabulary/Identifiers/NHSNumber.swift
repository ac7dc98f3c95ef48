// SPDX-License-Identifier: Apache-2.0

/// A patient's number in the NHS in England, Wales and the Isle of Man: ten digits, the last a check digit.
///
/// Read with or without spaces and hyphens. Ten equal digits are refused although `0000000000` and
/// `9999999999` keep the check digit: they are what forms are filled with when the number is not known.
/// Printing a value hides all but the last three digits; ``text`` has them all.
public struct NHSNumber: CheckedText {
  /// Ten digits without spaces.
  public let text: String

  public init(validating text: some StringProtocol) throws {
    let typed = String(text.filter { $0 != " " && $0 != "-" && $0 != "\u{A0}" })
    guard let digits = digits(of: typed), digits.count == 10 else {
      throw Fault(
        .malformed,
        "an NHS number has ten digits",
        maybe: "copy it again; spaces and hyphens do no harm"
      )
    }
    guard Set(digits).count > 1 else {
      throw Fault(
        .malformed,
        "an NHS number does not have ten equal digits",
        maybe: "leave it empty when it is not known"
      )
    }
    guard Self.checkDigit(of: digits.prefix(9)) == digits[9] else {
      throw Fault(
        .malformed,
        "the check digit of the NHS number does not fit",
        maybe: "a digit is wrong or two stand the wrong way round; copy it again"
      )
    }
    self.text = digits.map(String.init).joined()
  }

  /// As printed on letters: `943 476 5919`.
  public var spaced: String {
    "\(self.text.prefix(3)) \(self.text.dropFirst(3).prefix(3)) \(self.text.suffix(4))"
  }

  /// `•••••••919`, for logs and failing tests.
  public var description: String { "•••••••\(self.text.suffix(3))" }

  /// 11 less the weighted sum (10 down to 2) modulo 11, 11 written 0; `nil` for 10, which no number has.
  private static func checkDigit(of digits: some Collection<Int>) -> Int? {
    let sum = zip(digits, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return check == 10 ? nil : check
  }
}
