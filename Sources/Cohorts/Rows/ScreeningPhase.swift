// SPDX-License-Identifier: Apache-2.0

/// Which of the two screenings of a cohort a row belongs to.
public enum ScreeningPhase: String, Hashable, Sendable, Codable, CaseIterable {
  case baseline
  case followup

  /// As printed: `Baseline`, `Follow-up`.
  public var label: String {
    switch self {
    case .baseline: "Baseline"
    case .followup: "Follow-up"
    }
  }
}
