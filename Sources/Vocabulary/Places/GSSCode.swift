// SPDX-License-Identifier: Apache-2.0

/// A code of the Government Statistical Service for an area: a letter for the country and eight digits, of
/// which the first two say what kind of area it is.
public struct GSSCode: CheckedText {
  public let text: String

  public init(validating text: some StringProtocol) throws {
    let typed = closedUp(text)
    guard let first = typed.utf8.first, Self.countries.contains(first),
      let digits = digits(of: typed.dropFirst()), digits.count == 8
    else {
      throw Fault(
        .malformed,
        "a GSS code is a letter (E for England) and eight digits, such as E06000020",
        maybe: "look the area up in the Register of Geographic Codes"
      )
    }
    self.text = typed
  }

  /// What an area of England is; `nil` for kinds not listed here and for other countries.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case lowerSuperOutputArea = "E01"
    case middleSuperOutputArea = "E02"
    case ward = "E05"
    case unitaryAuthority = "E06"
    case nonMetropolitanDistrict = "E07"
    case metropolitanDistrict = "E08"
    case londonBorough = "E09"
    case county = "E10"
    case region = "E12"
    case country = "E92"
  }

  public var kind: Kind? { Kind(rawValue: String(self.text.prefix(3))) }

  /// Whether it is a local authority of England: E06 to E10.
  public var isLocalAuthority: Bool {
    switch self.kind {
    case .unitaryAuthority, .nonMetropolitanDistrict, .metropolitanDistrict, .londonBorough, .county: true
    default: false
    }
  }

  /// Whether it is a local authority that answers for education: E06 and E08 to E10; districts of a county
  /// (E07) do not.
  public var isEducationAuthority: Bool { self.isLocalAuthority && self.kind != .nonMetropolitanDistrict }

  /// E England, W Wales, S Scotland, N Northern Ireland, K the United Kingdom and Great Britain, J England
  /// and Wales, L Channel Islands, M Isle of Man.
  private static let countries = Array("EWSNKJLM".utf8)
}
