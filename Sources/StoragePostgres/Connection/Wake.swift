// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Glibc

/// Ends a wait on a socket from another thread.
final class Wake: Sendable {
  let descriptor: Int32

  init() { self.descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK)) }

  deinit { close(self.descriptor) }

  func ring() {
    var one: UInt64 = 1
    _ = write(self.descriptor, &one, 8)
  }

  /// Waits until it rings, so long at most.
  func wait(milliseconds: Int) {
    var waits = [pollfd(fd: self.descriptor, events: Int16(POLLIN), revents: 0)]
    if poll(&waits, 1, Int32(milliseconds)) > 0 { self.silence() }
  }

  func silence() {
    var count: UInt64 = 0
    _ = read(self.descriptor, &count, 8)
  }
}
