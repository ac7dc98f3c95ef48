// SPDX-License-Identifier: Apache-2.0

/// An organisation's code in the NHS Organisation Data Service: three to ten letters and digits, upper case.
/// There is no check digit.
public struct ODSCode: CheckedText {
  public let text: String

  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    guard (3...10).contains(typed.utf8.count),
      typed.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else {
      throw Fault(
        .malformed,
        "an ODS code has three to ten letters and digits",
        maybe: "look the organisation up at odsportal.digital.nhs.uk"
      )
    }
    self.text = typed
  }
}
