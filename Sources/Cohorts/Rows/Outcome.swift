// SPDX-License-Identifier: Apache-2.0

/// What one eligible child's screening came to.
public enum Outcome: Hashable, Sendable {
  /// The screener's band, by its name there: `green`, `amber`, `red`.
  case band(String)
  /// Screened, but outside what the screener's norms cover.
  case notNormed
  /// Eligible and not screened. The reason never leaves in a table; only the number not screened does.
  case notScreened(reason: String)
}
