// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What two scores must share to be compared: the score's name, the screener, its major version (a new one means
/// that scores cannot be compared with earlier ones) and the instrument's own edition.
public struct ScoreEdition: Hashable, Sendable, CustomStringConvertible {
  public let score: ScoreName
  public let screener: ScreenerID
  public let major: Int
  /// As the publisher prints it; compared letter by letter. Empty where there is none.
  public let edition: String

  public init(score: ScoreName, screener: ScreenerID, major: Int, edition: String = "") {
    self.score = score
    self.screener = screener
    self.major = major
    self.edition = edition
  }

  /// `ss.all of elsec.open-demo, version 1, edition "2nd"`.
  public var description: String {
    let named = "\(self.score) of \(self.screener), version \(self.major)"
    return self.edition.isEmpty ? named : "\(named), edition \"\(self.edition)\""
  }
}
