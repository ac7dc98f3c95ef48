// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Milliseconds of a clock that nobody sets.
enum Clock {
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
