// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a priority is judged by.
public struct PlanMeasure: Hashable, Sendable, Codable {
  /// Which way is better.
  public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
    case up, down
  }

  public let code: String
  public var title: String
  public var baseline: MeasureValue?
  public var baselineAsAt: CivilDate?
  public var target: MeasureValue?
  public var due: CivilDate
  public var direction: Direction
  /// The latest figure and its date, when there is one newer than the baseline.
  public var latest: MeasureValue?
  public var latestAsAt: CivilDate?

  public init(
    code: String,
    title: String,
    baseline: MeasureValue? = nil,
    baselineAsAt: CivilDate? = nil,
    target: MeasureValue? = nil,
    due: CivilDate,
    direction: Direction,
    latest: MeasureValue? = nil,
    latestAsAt: CivilDate? = nil
  ) {
    self.code = code
    self.title = title
    self.baseline = baseline
    self.baselineAsAt = baselineAsAt
    self.target = target
    self.due = due
    self.direction = direction
    self.latest = latest
    self.latestAsAt = latestAsAt
  }

  /// The date of the newest figure, of baseline and latest.
  public var newestData: CivilDate? {
    [self.baseline == nil ? nil : self.baselineAsAt, self.latest == nil ? nil : self.latestAsAt]
      .compactMap { $0 }.max()
  }
}
