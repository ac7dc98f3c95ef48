// SPDX-License-Identifier: Apache-2.0

/// Why a child who was expected has no answers. The raw values are those that are kept; opting out is not among
/// those that can be chosen at a list: it is the family's word, and changes the child's record.
public enum ReasonNotScreened: String, Hashable, Sendable, CaseIterable {
  case absent
  case leftSetting = "left-setting"
  case declined
  case notSuitable = "not-suitable"
  case other
  case optedOut = "opted-out"

  static let choosable: [(key: Character, reason: ReasonNotScreened)] = [
    ("a", .absent), ("l", .leftSetting), ("d", .declined), ("n", .notSuitable), ("o", .other),
  ]

  public var words: String {
    switch self {
    case .absent: "absent"
    case .leftSetting: "left the setting"
    case .declined: "declined"
    case .notSuitable: "not suitable"
    case .other: "not screened"
    case .optedOut: "opted out"
    }
  }
}
