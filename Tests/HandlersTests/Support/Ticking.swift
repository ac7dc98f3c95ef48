// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Vocabulary

/// A clock that moves on by a second each time it is asked. A store asks it once a transaction, so a clock that
/// has not moved says that nothing was read or written.
final class TickingClock: Sendable {
  private let seconds = Mutex(0)

  func advance(by seconds: Int) { self.seconds.withLock { $0 += seconds } }

  var reads: Int { self.seconds.withLock { $0 } }

  /// From 2026-11-21 09:00 UTC.
  func now() -> Instant {
    let seconds = self.seconds.withLock { seconds in
      seconds += 1
      return seconds
    }
    return Instant(microseconds: (1_795_251_600 + seconds) * 1_000_000)
  }
}

/// Ids in the order in which they are asked for.
final class CountingIDs: Sendable {
  private let count = Mutex(0)

  func next() -> String {
    let number = self.count.withLock { count in
      count += 1
      return count
    }
    return "n\(padded(number, to: 6))"
  }
}
