// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization

/// The connections that are open, so that the end can be told to each.
final class OpenConnections: Sendable {
  private let most: Int
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  init(most: Int) { self.most = most }

  var count: Int { self.channels.withLock { $0.count } }

  /// - Returns: `false` when there are as many as there may be.
  func take(_ channel: any Channel) -> Bool {
    let key = ObjectIdentifier(channel)
    let isTaken = self.channels.withLock { channels in
      guard channels.count < self.most else { return false }
      channels[key] = channel
      return true
    }
    if isTaken {
      channel.closeFuture.whenComplete { _ in _ = self.channels.withLock { $0.removeValue(forKey: key) } }
    }
    return isTaken
  }

  /// Tells every connection of the end and waits for it; cuts those that are still there when the time is up.
  func drain(within limit: Duration) async {
    let open = self.channels.withLock { Array($0.values) }
    for channel in open { channel.pipeline.fireUserInboundEventTriggered(ServerDrains()) }
    let deadline = ContinuousClock.now.advanced(by: limit)
    while self.count > 0, ContinuousClock.now < deadline, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(20))
    }
    for channel in self.channels.withLock({ Array($0.values) }) { channel.close(promise: nil) }
  }
}
