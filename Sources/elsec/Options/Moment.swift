// SPDX-License-Identifier: Apache-2.0

import Glibc
import Vocabulary

/// The clock and the dice of this machine; the only place where either is asked.
enum Moment {
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: time.tv_sec * 1_000_000 + time.tv_nsec / 1000)
  }

  /// Today's date in London: what "today" means to a person at a setting.
  static func today() -> CivilDate { LondonTime(now()).date }

  static func identifier() -> String {
    var dice = SystemRandomNumberGenerator()
    return UUIDv7.text(at: now(), random: (dice.next(), dice.next()))
  }
}
