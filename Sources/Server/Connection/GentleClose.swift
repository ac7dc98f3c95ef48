// SPDX-License-Identifier: Apache-2.0

import NIOCore

extension Channel {
  /// Sends no more, gives the peer a moment to read what was sent, then cuts the line: cutting it at once can turn what
  /// is still unread into a reset.
  func closeGently() {
    self.close(mode: .output, promise: nil)
    self.eventLoop.scheduleTask(in: .milliseconds(500)) { self.close(promise: nil) }
  }
}
