// SPDX-License-Identifier: Apache-2.0

/// A school's number in Get Information about Schools: six digits, the first not 0. It has no check digit,
/// and a school that converts gets a new one.
public struct URN: CheckedText {
  public let text: String

  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    guard let digits = digits(of: typed), digits.count == 6, digits[0] != 0 else {
      throw Fault(
        .malformed,
        "a URN has six digits, the first not 0",
        maybe: "look the school up at get-information-schools.service.gov.uk"
      )
    }
    self.text = typed
  }
}
