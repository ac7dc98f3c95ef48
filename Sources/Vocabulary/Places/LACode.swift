// SPDX-License-Identifier: Apache-2.0

/// The Department for Education's three-digit number of a local authority: 894 is Telford and Wrekin. The
/// ``GSSCode`` names the same area in statistics.
public struct LACode: CheckedText {
  public let text: String

  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    guard let digits = digits(of: typed), digits.count == 3, digits[0] != 0 else {
      throw Fault(
        .malformed,
        "a local authority's DfE code has three digits, such as 894",
        maybe: "a code with a letter is the GSS code"
      )
    }
    self.text = typed
  }
}
