// SPDX-License-Identifier: Apache-2.0

/// A nursery's or childminder's number at Ofsted: `EY` and six digits in most registrations, five to ten in
/// all. Private nurseries have no ``URN``.
public struct EYNumber: CheckedText {
  /// `EY` in upper case and the digits.
  public let text: String

  /// Reads `EY` and five to ten digits; a number without `EY` is taken as a ``URN`` elsewhere.
  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    guard typed.hasPrefix("EY"), let digits = digits(of: typed.dropFirst(2)), (5...10).contains(digits.count)
    else {
      throw Fault(
        .malformed,
        "an Ofsted early years number is EY and five to ten digits",
        maybe: "look the setting up at reports.ofsted.gov.uk; write EY before the digits"
      )
    }
    self.text = typed
  }
}
