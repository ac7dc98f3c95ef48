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
  private let end = Mutex<(isEnded: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

  init(of pool: ConnectionPool) { self.pool = pool }

  func wakeUp() { self.work.signal() }

  /// Ends a pause between two tries to reach the server.
  func interrupt() { self.wake.ring() }

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
    guard failed == 0 else {
      box.release()
      return self.sayEnded()
    }
    pthread_detach(thread)
  }

  /// Returns when the thread has closed its connection and ended.
  func ended() async {
    await withCheckedContinuation { continuation in
      let isEnded = self.end.withLock { end -> Bool in
        if !end.isEnded { end.waiting.append(continuation) }
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
      let wanted = leases.filter { $0.begin(on: self.wake) }
      if !wanted.isEmpty { holder.work(on: wanted) }
      self.pool.release(leases[0].turn)
    }
    holder.close()
    self.sayEnded()
  }

  private func sayEnded() {
    let waiting = self.end.withLock { end in
      end.isEnded = true
      defer { end.waiting = [] }
      return end.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
