// SPDX-License-Identifier: Apache-2.0

extension WireSession {
  /// When a tick will change something, if nothing else happens before; `nil` when it never will.
  public var nextDeadline: Int? {
    if case .flushing(let since) = self.phase { return since + self.limits.writeStall }
    return self.deadlines.map(\.at).min()
  }

  private enum Deadline { case opening, line, stall, ping, idle, drain }

  private var deadlines: [(at: Int, deadline: Deadline)] {
    var deadlines: [(at: Int, deadline: Deadline)] = []
    if !self.isWritable { deadlines.append((self.stalledSince + self.limits.writeStall, .stall)) }
    if self.isReading, let begun = self.lineBegunAt { deadlines.append((begun + self.limits.lineTime, .line)) }
    switch self.phase {
    case .awaitingOpen: deadlines.append((self.openedAt + self.limits.opening, .opening))
    case .open:
      if self.calls.isEmpty { deadlines.append((self.lastActivity + self.limits.idle, .idle)) }
      if self.isWritable { deadlines.append((max(self.lastActivity, self.lastPing) + self.limits.ping, .ping)) }
    case .draining(let since): deadlines.append((since + self.limits.drain, .drain))
    case .signingIn, .flushing: break
    case .closed: return []
    }
    return deadlines
  }

  mutating func tick() {
    if case .flushing(let since) = self.phase {
      if since + self.limits.writeStall <= self.now { self.close(.writeStalled, flush: false) }
      return
    }
    let due = self.deadlines.filter { $0.at <= self.now }.min { $0.at < $1.at }
    switch due?.deadline {
    case .opening:
      self.send(RPCAnswer(id: nil, error: .notSignedIn()))
      self.close(.notOpened, flush: true)
    case .line: self.close(.lineTooSlow, flush: true)
    case .stall: self.close(.writeStalled, flush: false)
    case .idle: self.close(.idle, flush: true)
    case .drain: self.close(.drained, flush: true)
    case .ping:
      // A late tick may find the connection idle too long as well.
      if self.calls.isEmpty, self.lastActivity + self.limits.idle <= self.now {
        return self.close(.idle, flush: true)
      }
      self.lastPing = self.now
      self.actions.append(.send(RPCNotification(WireMethod.ping).line))
    case nil: break
    }
  }
}
