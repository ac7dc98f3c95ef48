// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Storage
import Synchronization
import Vocabulary

/// A fixed number of connections, each owned by one thread of its own, and the leases that wait for them.
///
/// A thread a connection, and not one for all sockets: the bodies of transactions are plain functions that ask and
/// go on with the answer, the same for every engine, and need a thread to stand on anyway.
final class ConnectionPool: Sendable {
  struct Settings: Sendable {
    var connections = 8
    /// How many leases may wait; further ones are refused at once.
    var mostWaiting = 256
    /// Milliseconds that a lease waits for a connection.
    var patience = 5_000
    /// Milliseconds after which a connection is made anew, give or take a tenth.
    var lifetime = 1_800_000
    var isMigrating = false
  }

  let address: PostgresAddress
  let settings: Settings
  let names = StatementNames()
  private let state = Mutex(State())

  private struct State {
    var queue = LeaseQueue()
    /// Threads that wait for work.
    var idle: [ConnectionThread] = []
    var threads: [ConnectionThread] = []
    /// Raised when the server turned out to be another: older connections are of no use.
    var generation = 0
    var isClosed = false
    /// Nobody tries the server before this, in ``Clock`` milliseconds.
    var notBefore = 0
    var backoff = Backoff()
    var isWatching = false
  }

  init(_ address: PostgresAddress, _ settings: Settings) {
    self.address = address
    self.settings = settings
  }

  func start() {
    let threads = (0..<self.settings.connections).map { _ in ConnectionThread(of: self) }
    self.state.withLock { $0.threads = threads }
    for thread in threads { thread.start() }
  }

  var generation: Int { self.state.withLock { $0.generation } }

  /// Queues a lease; it is answered whatever happens.
  func add(_ lease: Lease) {
    let (refusal, idle, mustWatch) = self.state.withLock { state -> (Fault?, ConnectionThread?, Bool) in
      guard !state.isClosed else { return (Fault(.storeUnavailable, "the store is closed"), nil, false) }
      guard state.queue.append(lease, most: self.settings.mostWaiting) else {
        return (Fault(.storeBusy, "too many are waiting for the store", maybe: "try again in a moment"), nil, false)
      }
      let mustWatch = !state.isWatching
      state.isWatching = true
      return (nil, state.idle.popLast(), mustWatch)
    }
    if let refusal { return lease.finish(refusal) }
    idle?.wakeUp()
    if mustWatch { self.watch() }
  }

  /// The next work for a thread; `nil` when it has to wait for a call of ``ConnectionThread/wakeUp()``.
  func next(for thread: ConnectionThread) -> [Lease]? {
    let (work, other) = self.state.withLock { state -> ([Lease]?, ConnectionThread?) in
      guard let work = state.queue.next() else {
        state.idle.append(thread)
        return (nil, nil)
      }
      return (work, state.queue.hasWork ? state.idle.popLast() : nil)
    }
    other?.wakeUp()
    return work
  }

  func release(_ area: AreaID?) { self.state.withLock { $0.queue.release(area) } }

  var isClosed: Bool { self.state.withLock { $0.isClosed } }

  /// Says that the server is not what the connections were made to: every one is made anew before its next use.
  func endGeneration(_ generation: Int) {
    self.state.withLock { if $0.generation == generation { $0.generation += 1 } }
  }

  // MARK: Reaching the server

  /// Milliseconds until the server may be tried; 0 at once.
  var pause: Int { self.state.withLock { max(0, $0.notBefore - Clock.now) } }

  func reached(_ isReached: Bool) {
    self.state.withLock { state in
      guard !isReached else {
        state.backoff.reset()
        state.notBefore = 0
        return
      }
      // Of several connections that fail at one moment, one makes the next wait longer.
      let now = Clock.now
      guard state.notBefore <= now else { return }
      var random = SystemRandomNumberGenerator()
      state.notBefore = now + state.backoff.next(using: &random)
    }
  }

  // MARK: Ends

  /// Answers those whose wait lasts too long, as long as anyone waits.
  private func watch() {
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(100)) {
      let (overdue, goesOn) = self.state.withLock { state -> ([Lease], Bool) in
        let overdue = state.queue.takeOverdue(at: Clock.now)
        state.isWatching = !state.queue.waiting.isEmpty
        return (overdue, state.isWatching)
      }
      for lease in overdue {
        lease.finish(
          Fault(.storeUnavailable, "no connection to the store became free in time", maybe: "try again in a moment"))
      }
      if goesOn { self.watch() }
    }
  }

  /// Refuses what waits, lets what is at work end, and closes every connection.
  func close() async {
    let (threads, left) = self.state.withLock { state -> ([ConnectionThread], [Lease]) in
      state.isClosed = true
      state.idle = []
      return (state.threads, state.queue.takeAll())
    }
    for lease in left { lease.finish(Fault(.storeUnavailable, "the store is closed")) }
    for thread in threads {
      thread.wakeUp()
      thread.interrupt()
    }
    for thread in threads { await thread.ended() }
    self.state.withLock { $0.threads = [] }
  }
}
