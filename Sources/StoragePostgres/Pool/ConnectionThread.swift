// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Storage
import Synchronization
import Vocabulary

/// A thread and its connection: idle, leased, and after a failure closed rather than handed on.
final class ConnectionThread: Sendable {
  private let pool: ConnectionPool
  private let work = DispatchSemaphore(value: 0)
  private let wake = Wake()
  private let end = Mutex<(isEnded: Bool, waiting: CheckedContinuation<Void, Never>?)>((false, nil))

  init(of pool: ConnectionPool) { self.pool = pool }

  func wakeUp() { self.work.signal() }

  func start() {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let failed = pthread_create(
      &thread, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<ConnectionThread>.fromOpaque(box).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    if failed == 0 { pthread_detach(thread) } else { box.release() }
  }

  /// Returns when the thread has closed its connection and ended.
  func ended() async {
    await withCheckedContinuation { continuation in
      let isEnded = self.end.withLock { end -> Bool in
        if !end.isEnded { end.waiting = continuation }
        return end.isEnded
      }
      if isEnded { continuation.resume() }
    }
  }

  private func run() {
    var holder = ConnectionHolder(self.pool, self.wake)
    while !self.pool.isClosed {
      guard let leases = self.pool.next(for: self) else {
        self.work.wait()
        continue
      }
      for lease in leases { lease.begin(on: self.wake) }
      holder.work(on: leases)
      self.pool.release(leases[0].turn)
    }
    holder.close()
    self.end.withLock { end in
      end.isEnded = true
      end.waiting?.resume()
      end.waiting = nil
    }
  }
}
