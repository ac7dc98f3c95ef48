// SPDX-License-Identifier: Apache-2.0

/// Where a plan stands on its way to being signed off.
public enum PlanStatus: String, Hashable, Sendable, Codable, CaseIterable {
  case draft
  case consulting
  case submitted
  case signedOff
  case superseded

  /// The statuses that may come next. Consulting and submitted plans may go back to draft; a signed-off plan
  /// only gives way to another.
  public var next: [PlanStatus] {
    switch self {
    case .draft: [.consulting]
    case .consulting: [.draft, .submitted]
    case .submitted: [.draft, .signedOff]
    case .signedOff: [.superseded]
    case .superseded: []
    }
  }

  /// In words: `signed off`.
  public var label: String { self == .signedOff ? "signed off" : self.rawValue }
}
