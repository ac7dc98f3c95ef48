// SPDX-License-Identifier: Apache-2.0

/// What a clock on a wall in England shows: UTC, or one hour more from 01:00 UTC on the last Sunday of March
/// to 01:00 UTC on the last Sunday of October (The Summer Time Order 2002, S.I. 2002/262).
public struct LondonTime: Hashable, Sendable, CustomStringConvertible {
  public let date: CivilDate
  public let hour: Int
  public let minute: Int

  public init(_ instant: Instant) {
    let hours = (instant.microseconds - instant.microseconds %% 3_600_000_000) / 3_600_000_000
    let local = Instant(microseconds: instant.microseconds + (Self.isSummer(hours) ? 3_600_000_000 : 0))
    self.date = local.date
    let minutes = local.microseconds %% 86_400_000_000 / 60_000_000
    self.hour = minutes / 60
    self.minute = minutes % 60
  }

  /// `2026-07-01 09:15`
  public var description: String { "\(self.date) \(padded(self.hour, to: 2)):\(padded(self.minute, to: 2))" }

  private static func isSummer(_ hours: Int) -> Bool {
    let year = Instant(microseconds: hours * 3_600_000_000).date.year
    guard let march = CivilDate(year: year, month: 3, day: 31),
      let october = CivilDate(year: year, month: 10, day: 31)
    else { return false }
    let spring = march.adding(days: -(march.weekday % 7)).dayNumber * 24 + 1
    let autumn = october.adding(days: -(october.weekday % 7)).dayNumber * 24 + 1
    return (spring..<autumn).contains(hours)
  }
}
