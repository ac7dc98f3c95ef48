// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What one version of a definition changed.
public struct VersionChange: Hashable, Sendable {
  public var version: ScreenerVersion
  public var dated: CivilDate
  public var what: String
  /// Whether screenings stored under earlier versions were scored again.
  public var rescored: Bool

  public init(version: ScreenerVersion, dated: CivilDate, what: String, rescored: Bool) {
    self.version = version
    self.dated = dated
    self.what = what
    self.rescored = rescored
  }
}
