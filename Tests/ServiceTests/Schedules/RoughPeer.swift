// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import Synchronization
import Vocabulary

/// A service behind a bad line: calls are lost before or after they are carried out, carried out twice, and batches that
/// were sent long ago arrive again. What it does follows from the seed.
final class RoughPeer: SyncPeer {
  private struct State {
    var dice: SeededGenerator
    var isRough = true
    /// What may arrive once more.
    var sent: [[UnsentRecord]] = []
    var calls = 0
  }

  private let peer: any SyncPeer
  private let state: Mutex<State>

  init(_ peer: any SyncPeer, seed: UInt64) {
    self.peer = peer
    self.state = Mutex(State(dice: SeededGenerator(seed: seed)))
  }

  /// From now on nothing is lost.
  func calm() { self.state.withLock { $0.isRough = false } }

  var calls: Int { self.state.withLock { $0.calls } }

  private func chance(_ percent: Int) -> Bool {
    self.state.withLock { $0.isRough && $0.dice.below(100) < percent }
  }

  private func loseNow(_ percent: Int) throws {
    if self.chance(percent) { throw Fault(.storeUnavailable, "the line broke") }
  }

  func push(_ records: [UnsentRecord]) async throws -> [OutboxRecord.Said] {
    self.state.withLock { $0.calls += 1 }
    try self.loseNow(15)
    if self.chance(20), let old = self.state.withLock({ $0.sent.randomElement(using: &$0.dice) }) {
      _ = try await self.peer.push(old)
    }
    self.state.withLock { $0.sent.append(records) }
    // Records of a call may come in any order.
    let order =
      self.chance(50) ? self.state.withLock { records.indices.shuffled(using: &$0.dice) } : Array(records.indices)
    if self.chance(15) { _ = try await self.peer.push(order.map { records[$0] }) }
    let said = try await self.peer.push(order.map { records[$0] })
    try self.loseNow(20)
    let placed = Dictionary(uniqueKeysWithValues: zip(order, said))
    return records.indices.compactMap { placed[$0] }
  }

  func pull(cursor: String?, settings: [SettingID], again: [ChildID]) async throws -> FetchedRecords {
    self.state.withLock { $0.calls += 1 }
    try self.loseNow(10)
    let fetched = try await self.peer.pull(cursor: cursor, settings: settings, again: again)
    try self.loseNow(10)
    return fetched
  }
}
