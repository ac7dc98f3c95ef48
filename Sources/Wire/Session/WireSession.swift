// SPDX-License-Identifier: Apache-2.0

import StrictJSON

/// One connection of the service as a value: events in, actions out; no socket, no clock.
///
/// Waits for `session.open`, then for the check of its token (lines that come meanwhile wait), then takes calls, until
/// a close. Whatever the order of events, a call is started once and answered once while the connection lasts, at most
/// `limits.inFlight` are in flight, and what is held is bounded by the limits.
///
/// Times are milliseconds of a clock that never goes back.
public struct WireSession: Sendable {
  enum Phase: Hashable {
    case awaitingOpen
    case signingIn(RPCID)
    case open
    case draining(since: Int)
    /// A close was asked for, and what was sent before it may still be on its way.
    case flushing(since: Int)
    case closed
  }

  struct Call {
    let id: RPCID?
    /// The batch that it is a member of, and which.
    let batch: (number: Int, place: Int)?
    var isStarted = false
    var isCancelled = false
  }

  struct Batch {
    var answers: [RPCAnswer?]
    var unanswered: Int
    var ids: [RPCID] = []
  }

  public let limits: WireLimits
  var phase = Phase.awaitingOpen
  var frames: LineFrames
  var actions: [Action] = []
  var now: Int

  var calls: [CallTicket: Call] = [:]
  /// Calls that were started and not answered.
  public internal(set) var inFlight = 0
  /// Ids that no new call may have: those of `calls`, and those of a batch that is not yet answered.
  var ids: [RPCID: CallTicket] = [:]
  var batches: [Int: Batch] = [:]
  /// Members of the last batch that wait for room; nothing more is read until they are started.
  var waiting: ArraySlice<(ticket: CallTicket, request: RPCRequest)> = []
  var lastNumber = 0
  /// Calls that this event may still take in.
  var budget = 0

  var isReading = true
  var isWritable = true
  var inputEnded = false
  var askedToGoOn = false
  var unsent: [(key: String, notification: RPCNotification)] = []

  let openedAt: Int
  var lineBegunAt: Int?
  var lastActivity: Int
  var lastPing: Int
  var stalledSince = 0

  public init(limits: WireLimits = WireLimits(), at now: Int) {
    self.limits = limits
    self.frames = LineFrames(limit: limits.line)
    self.now = now
    self.openedAt = now
    self.lastActivity = now
    self.lastPing = now
  }

  /// Whether nothing will ever be done again.
  public var isClosed: Bool { self.phase == .closed }

  public mutating func handle(_ event: Event, at now: Int) -> [Action] {
    self.now = max(self.now, now)
    self.budget = self.limits.inFlight
    switch self.phase {
    case .closed: break
    case .flushing: self.flush(event)
    default:
      self.live(event)
      self.advance()
      self.settle()
    }
    let actions = self.actions
    self.actions = []
    return actions
  }

  private mutating func live(_ event: Event) {
    switch event {
    case .received(let bytes): self.received(bytes)
    case .signedIn(let outcome): self.signedIn(outcome)
    case .answered(let ticket, let outcome): self.answered(ticket, outcome)
    case .notify(let notification, let key): self.notify(notification, latestOf: key)
    case .tick: self.tick()
    case .goOn: self.askedToGoOn = false
    case .writable(let isWritable):
      if self.isWritable && !isWritable { self.stalledSince = self.now }
      self.isWritable = isWritable
      if isWritable { self.sendUnsent() }
    case .wrote: self.stalledSince = self.now
    case .inputClosed: self.inputEnded = true
    case .gone: self.end(.closed)
    case .drain: self.drain()
    }
  }

  private mutating func flush(_ event: Event) {
    switch event {
    case .wrote: self.phase = .flushing(since: self.now)
    case .gone: self.phase = .closed
    case .tick: self.tick()
    default: break
    }
  }

  /// Ends what can end now, and says whether reading goes on.
  private mutating func settle() {
    let isIdle = self.calls.isEmpty && self.batches.isEmpty
    switch self.phase {
    case .draining where isIdle: self.close(.drained, flush: true)
    case .awaitingOpen where self.inputEnded && isIdle && !self.frames.hasLine(),
      .open where self.inputEnded && isIdle && !self.frames.hasLine():
      self.close(.inputEnded, flush: true)
    default: break
    }
    guard self.takesLines || self.isSigningIn else { return }
    let wanted = !self.frames.hasLine() && self.canTakeALine && !self.inputEnded
    if self.frames.held == 0 { self.lineBegunAt = nil }
    guard wanted != self.isReading else { return }
    self.isReading = wanted
    self.actions.append(wanted ? .resumeReading : .pauseReading)
    // A peer cannot be blamed for the time in which nobody read.
    if wanted && self.frames.held > 0 { self.lineBegunAt = self.now }
  }

  var isSigningIn: Bool { if case .signingIn = self.phase { true } else { false } }

  /// Whether lines mean anything in this phase.
  var takesLines: Bool {
    switch self.phase {
    case .awaitingOpen, .open, .draining: true
    case .signingIn, .flushing, .closed: false
    }
  }

  var canTakeALine: Bool {
    self.takesLines && self.isWritable && self.waiting.isEmpty && self.inFlight < self.limits.inFlight
  }

  mutating func close(_ reason: CloseReason, flush: Bool) {
    self.end(flush ? .flushing(since: self.now) : .closed)
    self.actions.append(.close(reason, flush: flush))
  }

  /// Gives up everything that was going on.
  private mutating func end(_ phase: Phase) {
    let started = self.calls.filter(\.value.isStarted).keys.sorted { $0.number < $1.number }
    for ticket in started { self.actions.append(.cancel(ticket)) }
    self.phase = phase
    self.calls = [:]
    self.ids = [:]
    self.batches = [:]
    self.waiting = []
    self.unsent = []
    self.inFlight = 0
    self.frames = LineFrames(limit: self.limits.line)
  }

  private mutating func drain() {
    switch self.phase {
    case .awaitingOpen: self.close(.drained, flush: true)
    case .signingIn(let id):
      self.send(RPCAnswer(id: id, error: Self.closingError))
      self.close(.drained, flush: true)
    case .open:
      self.phase = .draining(since: self.now)
      let params = JSONValue.members(["afterMs": .whole(self.limits.drain)])
      self.actions.append(.send(RPCNotification(WireMethod.closing, params).line))
      let waiting = self.waiting
      self.waiting = []
      for (ticket, _) in waiting { self.finish(ticket, .failure(Self.closingError)) }
    case .draining, .flushing, .closed: break
    }
  }

  static let closingError = RPCError(
    .storeNotAvailable, code: "session.closing", retry: .after(milliseconds: 1_000))
}
