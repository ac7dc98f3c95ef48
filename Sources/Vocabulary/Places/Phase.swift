// SPDX-License-Identifier: Apache-2.0

/// Phase of education of a setting, with the numbers of Get Information about Schools. Nurseries that only
/// Ofsted knows count as ``nursery``; special schools and pupil referral units as ``notApplicable``.
public enum Phase: Int, Sendable, Hashable, Codable, CaseIterable {
  case notApplicable = 0
  case nursery
  case primary
  case middleDeemedPrimary
  case secondary
  case middleDeemedSecondary
  case sixteenPlus
  case allThrough

  /// As the register writes it: `Nursery`, `Middle deemed primary`.
  public var title: String {
    switch self {
    case .notApplicable: "Not applicable"
    case .nursery: "Nursery"
    case .primary: "Primary"
    case .middleDeemedPrimary: "Middle deemed primary"
    case .secondary: "Secondary"
    case .middleDeemedSecondary: "Middle deemed secondary"
    case .sixteenPlus: "16 plus"
    case .allThrough: "All-through"
    }
  }

  /// Reads the register's number or its words in any case; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let typed = text.lowercased()
    let known = Self.allCases.first { String($0.rawValue) == typed || $0.title.lowercased() == typed }
    guard let known else { return nil }
    self = known
  }
}
