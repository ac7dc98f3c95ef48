// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// Who waits for a connection, and which areas have a writer at work. A value: it decides, others act.
struct LeaseQueue {
  /// How many bodies at most share one transaction.
  static let mostShared = 16

  private(set) var waiting: [Lease] = []
  private var areasAtWork: Set<AreaID> = []

  /// Adds a lease at the end.
  ///
  /// - Returns: false when `most` wait already; the lease is not added.
  mutating func append(_ lease: Lease, most: Int) -> Bool {
    if self.waiting.count >= most { self.waiting.removeAll { $0.isAnswered } }
    guard self.waiting.count < most else { return false }
    self.waiting.append(lease)
    return true
  }

  /// Takes the first lease that need not wait for another writer of its area, and with one that shares its
  /// transaction those behind it that may share it.
  mutating func next() -> [Lease]? {
    self.waiting.removeAll { $0.isAnswered }
    guard let first = self.waiting.firstIndex(where: { self.mayGo($0) }) else { return nil }
    let lease = self.waiting.remove(at: first)
    guard let area = lease.turn else { return [lease] }
    self.areasAtWork.insert(area)
    guard lease.isSharing else { return [lease] }
    var group = [lease]
    self.waiting.removeAll { other in
      guard group.count < Self.mostShared, other.isSharing, other.turn == area else { return false }
      group.append(other)
      return true
    }
    return group
  }

  var hasWork: Bool { self.waiting.contains { self.mayGo($0) } }

  mutating func release(_ area: AreaID?) {
    if let area { self.areasAtWork.remove(area) }
  }

  /// Takes those whose wait has lasted too long.
  mutating func takeOverdue(at now: Int) -> [Lease] {
    let overdue = self.waiting.filter { $0.deadline <= now }
    if !overdue.isEmpty { self.waiting.removeAll { $0.deadline <= now } }
    return overdue
  }

  mutating func takeAll() -> [Lease] {
    defer { self.waiting = [] }
    return self.waiting
  }

  private func mayGo(_ lease: Lease) -> Bool {
    lease.turn.map { !self.areasAtWork.contains($0) } ?? true
  }
}
