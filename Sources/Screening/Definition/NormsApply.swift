// SPDX-License-Identifier: Apache-2.0

/// Whose scores may be read against the norms.
public struct NormsApply: Hashable, Sendable {
  public enum Otherwise: String, Sendable, CaseIterable {
    /// Raw scores and the child's languages go to a therapist; no norm score, no tier from the norms.
    case reportRawAndExposure = "report-raw-and-exposure"
  }

  /// What is done when no home language is recorded.
  public enum NotStated: String, Sendable, CaseIterable {
    /// The norms are applied, and a flag says that the language was not stated.
    case applyFlagged = "apply-flagged"
    case notNormed = "not-normed"
  }

  /// CBDS language codes, such as `ENG`. A child is normed when *every* recorded home language is listed.
  public var homeLanguages: [String]
  public var otherwise: Otherwise
  public var notStated: NotStated

  public init(
    homeLanguages: [String],
    otherwise: Otherwise = .reportRawAndExposure,
    notStated: NotStated = .applyFlagged
  ) {
    self.homeLanguages = homeLanguages
    self.otherwise = otherwise
    self.notStated = notStated
  }
}
