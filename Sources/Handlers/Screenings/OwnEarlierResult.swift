// SPDX-License-Identifier: Apache-2.0

import Screening
import Storage
public import Vocabulary

/// The same child's own earlier result beside this one: raw scores then and now. No norm is applied to either.
public struct OwnEarlierResult: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public let score: String
    public let before: Double
    public let now: Double
    public var difference: Double { self.now - self.before }
  }

  public let screening: ScreeningID
  public let testDate: CivilDate
  public let version: String
  /// Raw scores that both have, in the order of the record.
  public let lines: [Line]
}

extension Records {
  /// The child's latest current screening before this one under the same screener and major version; a new major
  /// version means that scores can't be compared. `nil` when there is none with a raw score in common.
  func ownEarlierResult(than screening: ScreeningRecord) throws -> OwnEarlierResult? {
    guard let major = ScreenerVersion(screening.version)?.major else { return nil }
    let earlier = try self.screenings(of: screening.child, screener: screening.screener)
      .filter {
        $0.testDate < screening.testDate && $0.notScreenedReason == nil
          && ScreenerVersion($0.version)?.major == major
      }
      .max { ($0.testDate, $0.id) < ($1.testDate, $1.id) }
    guard let earlier else { return nil }
    let (now, before) = (ScreeningText.numbers(in: screening.scores), ScreeningText.numbers(in: earlier.scores))
    // A child whom the norms do not cover has raw scores only.
    let lines = ScreeningText.scores(in: screening.scores).compactMap { score -> OwnEarlierResult.Line? in
      guard let now = now[score.name], let before = before[score.name] else { return nil }
      return OwnEarlierResult.Line(score: score.name, before: before, now: now)
    }
    guard !lines.isEmpty else { return nil }
    return OwnEarlierResult(
      screening: earlier.id, testDate: earlier.testDate, version: earlier.version, lines: lines)
  }
}
