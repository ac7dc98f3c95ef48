// SPDX-License-Identifier: Apache-2.0

/// Something a reader of a result must know, in a form a program can switch on: `prorated:raw.e`.
public struct ScreeningFlag: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The age is not in the screener's range; nothing was scored.
    case ageOutside = "age-outside"
    /// The age is not in range; scored as the age in months that follows.
    case ageNearest = "age-nearest"
    /// The age was counted from the due date.
    case pretermCorrected = "preterm-corrected"
    /// Items below the start were not all covered: the basal of the section was never established.
    case noBasal = "no-basal"
    /// Answers below the section's basal were ignored; the items count full points.
    case belowBasal = "below-basal"
    /// The section ended at its ceiling.
    case ceiling
    /// Answers after the section's ceiling were ignored; the items count 0.
    case afterCeiling = "after-ceiling"
    /// Items of the section were missed below the run nearest the ceiling, and count full points.
    case doubleBasal = "double-basal"
    /// The section is not for this age; its answers were ignored.
    case sectionNotForAge = "section-not-for-age"
    /// The route did not lead to the section; its answers were ignored.
    case offRoute = "off-route"
    /// The route showed a sign, under the name that follows.
    case route
    /// The score lies too near its cut to tell on which side the child is.
    case unsure
    /// The score counts a mean for unanswered items.
    case prorated
    /// The score is absent: more items are unanswered than it allows, or a section of it was not given.
    case missing
    /// The norms must not be applied, for the reason that follows: `home-language`,
    /// `answer-language`, `outside-norms`.
    case notNormed = "not-normed"
    /// The norms were applied although this was not stated: `home-language`.
    case notStated = "not-stated"
    /// The score was set to the scale's published limit.
    case clipped
    /// The row could not be read; the rule it broke follows.
    case unscorable
  }

  public let kind: Kind
  /// A section, a score or a reason; empty where the kind says all.
  public let about: String

  public init(_ kind: Kind, _ about: String = "") {
    self.kind = kind
    self.about = about
  }

  /// Reads the form that ``description`` writes; `nil` for an unknown kind.
  public init?(parsing text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.init(kind, parts.count == 2 ? String(parts[1]) : "")
  }

  public var description: String {
    self.about.isEmpty ? self.kind.rawValue : "\(self.kind.rawValue):\(self.about)"
  }
}
