// SPDX-License-Identifier: Apache-2.0

/// Names a setting in the register that knows it: a school by URN, a nursery by its Ofsted number.
public enum SettingReference: CheckedText {
  case urn(URN)
  case ey(EYNumber)

  /// Six digits are a URN; `EY` and digits an Ofsted number.
  public init(validating text: some StringProtocol) throws {
    if let urn = URN(text) {
      self = .urn(urn)
    } else if let ey = EYNumber(text) {
      self = .ey(ey)
    } else {
      throw Fault(
        .malformed,
        "a setting is named by a URN (six digits) or an Ofsted number (EY and digits)",
        maybe: "a nursery without a URN has an EY number on its Ofsted certificate"
      )
    }
  }

  public init?(_ id: SettingID) { self.init(id.rawValue) }

  public var text: String {
    switch self {
    case .urn(let urn): urn.text
    case .ey(let ey): ey.text
    }
  }

  public var id: SettingID { SettingID(self.text) }
}
