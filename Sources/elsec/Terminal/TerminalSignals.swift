// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// Signals as bytes in a pipe, so that whoever waits for a key hears of them and can put the terminal right.
///
/// One at a time in a process; ``end()`` gives the signals their usual meaning back.
struct TerminalSignals {
  /// Where the handler writes; below 0 when nobody listens. A lock-free atomic may be read in a handler.
  private static let feed = Atomic<Int32>(-1)
  private static let caught = [SIGTERM, SIGHUP, SIGINT, SIGWINCH]

  /// Readable when a signal has come: one byte, its number.
  let pipe: Int32
  private let other: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if Glibc.pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (self.pipe, self.other) = (ends[0], ends[1])
    Self.feed.store(ends[1], ordering: .sequentiallyConsistent)
    guard ends[1] >= 0 else { return }
    for number in Self.caught {
      signal(number) { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        let feed = TerminalSignals.feed.load(ordering: .sequentiallyConsistent)
        if feed >= 0 { _ = write(feed, &byte, 1) }
        errno = saved
      }
    }
  }

  /// The signal that came, if one did.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(self.pipe, &byte, 1) == 1 ? Int32(byte) : nil
  }

  func end() {
    for number in Self.caught { signal(number, SIG_DFL) }
    Self.feed.store(-1, ordering: .sequentiallyConsistent)
    if self.pipe >= 0 { close(self.pipe) }
    if self.other >= 0 { close(self.other) }
  }
}
