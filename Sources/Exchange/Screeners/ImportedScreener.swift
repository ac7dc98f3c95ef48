// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// A definition written from a file of another format. It is a draft: reading `yaml` with Definitions says whether it may score.
public struct ImportedScreener: Hashable, Sendable {
  public let id: ScreenerID
  public let version: ScreenerVersion
  /// The text of `screener.yaml`.
  public let yaml: String
  /// The text of `SOURCE.md`.
  public let source: String
  /// What was left out or taken in another way, a sentence each, with the item's name in the file.
  public let notes: [String]
}
