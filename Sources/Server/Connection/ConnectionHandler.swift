// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOSSL
import Service
import Storage
import StrictJSON
import Vocabulary
import Wire

/// One connection: bytes in and out, timers and tasks, driven by a ``WireSession`` that decides everything.
///
/// Lives on its event loop.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  let host: ConnectionHost
  private var session: WireSession
  private var context: ChannelHandlerContext?
  var person: Principal?
  private var signIn: SignIn?
  /// The device at the other end, where it showed a certificate.
  private var device: Digest?
  private var tasks: [CallTicket: Task<Void, Never>] = [:]
  private var watches: [String: Task<Void, Never>] = [:]
  private var timer: Scheduled<Void>?
  private var recheck: RepeatedTask?
  private var isReading = true
  private var wantsRead = false
  private var events: [WireSession.Event] = []
  private var isHandling = false
  private var inputEnded = false

  init(host: ConnectionHost, on loop: any EventLoop) {
    self.host = host
    self.session = WireSession(limits: host.limits, at: Self.now(loop))
  }

  private static func now(_ loop: any EventLoop) -> Int { Int(loop.now.uptimeNanoseconds / 1_000_000) }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive { self.handle(.tick) }
  }

  func channelActive(context: ChannelHandlerContext) {
    self.handle(.tick)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = self.unwrapInboundIn(data)
    self.handle(.received(Array(buffer.readableBytesView)))
  }

  /// The loop reads only while the session wants lines.
  func read(context: ChannelHandlerContext) {
    if self.isReading { context.read() } else { self.wantsRead = true }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    self.handle(.writable(context.channel.isWritable))
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      self.inputEnded = true
      self.handle(.inputClosed)
    case is ServerDrains: self.handle(.drain)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.handle(.gone)
    self.timer?.cancel()
    self.recheck?.cancel()
    for task in self.watches.values { task.cancel() }
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    self.host.logger.debug("a connection broke", metadata: ["error": "\(type(of: error))"])
    context.close(promise: nil)
  }

  /// What happens while actions are being done (a write fills the channel, a close ends it) comes after them: a pause of
  /// reading must not be undone by an older resume.
  func handle(_ event: WireSession.Event) {
    self.events.append(event)
    guard !self.isHandling else { return }
    self.isHandling = true
    while !self.events.isEmpty, let context = self.context {
      self.act(self.session.handle(self.events.removeFirst(), at: Self.now(context.eventLoop)), in: context)
      self.setTimer(in: context)
    }
    self.events = []
    self.isHandling = false
  }

  private func act(_ actions: [WireSession.Action], in context: ChannelHandlerContext) {
    var goesOn = false
    var hasWritten = false
    for action in actions {
      switch action {
      case .send(let bytes):
        self.write(bytes, in: context)
        hasWritten = true
      case .signIn(let signIn): self.begin(signIn, in: context)
      case .start(let ticket, let request): self.start(ticket, request, in: context)
      case .cancel(let ticket): self.tasks.removeValue(forKey: ticket)?.cancel()
      case .pauseReading: self.isReading = false
      case .resumeReading:
        self.isReading = true
        if self.wantsRead {
          self.wantsRead = false
          context.read()
        }
      case .goOn: goesOn = true
      case .close(let reason, let flush):
        context.flush()
        self.close(reason, flush: flush, in: context)
      }
    }
    if hasWritten { context.flush() }
    if goesOn {
      let here = NIOLoopBound(self, eventLoop: context.eventLoop)
      context.eventLoop.execute { here.value.handle(.goOn) }
    }
  }

  /// Tells the session of every piece that has gone, so that a peer who reads slowly is not taken for one who does not.
  private func write(_ bytes: [UInt8], in context: ChannelHandlerContext) {
    let here = NIOLoopBound(self, eventLoop: context.eventLoop)
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(65_536)
      rest = rest.dropFirst(piece.count)
      context.write(self.wrapOutboundOut(context.channel.allocator.buffer(bytes: piece))).whenSuccess {
        here.value.hasWritten()
      }
    }
  }

  private func hasWritten() {
    guard self.context != nil, !self.session.isClosed, self.events.last != .wrote else { return }
    self.handle(.wrote)
  }

  private func setTimer(in context: ChannelHandlerContext) {
    self.timer?.cancel()
    guard let deadline = self.session.nextDeadline else { return }
    let here = NIOLoopBound(self, eventLoop: context.eventLoop)
    let wait = max(1, deadline - Self.now(context.eventLoop))
    self.timer = context.eventLoop.scheduleTask(in: .milliseconds(Int64(wait))) {
      here.value.handle(.tick)
    }
  }

  private func close(_ reason: WireSession.CloseReason, flush: Bool, in context: ChannelHandlerContext) {
    self.host.counts.closed(reason)
    guard flush else { return context.close(promise: nil) }
    // What was written before is out once this is. A peer that sends no more can be cut at once.
    let (channel, inputEnded) = (context.channel, self.inputEnded)
    // Who never got as far as a handshake can't be told anything.
    if reason == .notOpened { channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) } }
    context.writeAndFlush(self.wrapOutboundOut(channel.allocator.buffer(capacity: 0))).whenComplete { _ in
      if inputEnded { channel.close(promise: nil) } else { channel.closeGently() }
    }
  }
}

/// The service is about to end.
struct ServerDrains: Sendable {}

// MARK: Calls

extension ConnectionHandler {
  private func begin(_ signIn: SignIn, in context: ChannelHandlerContext) {
    let here = NIOLoopBound(self, eventLoop: context.eventLoop)
    let (host, loop) = (self.host, context.eventLoop)
    let device = self.shownDevice(in: context)
    (self.signIn, self.device) = (signIn, device)
    Task {
      let outcome = await host.signIn(signIn, from: device)
      // Whoever guesses waits.
      if case .failure = outcome { try? await Task.sleep(for: .milliseconds(250)) }
      loop.execute {
        if case .success(let found) = outcome { here.value.person = found.person }
        here.value.handle(.signedIn(outcome.map(\.answer)))
        // Whoever has gone meanwhile needs no looking after: nothing would ever end it.
        if case .success = outcome, here.value.context != nil { here.value.keepLooking(on: loop) }
      }
    }
  }

  private func shownDevice(in context: ChannelHandlerContext) -> Digest? {
    let certificate = try? context.pipeline.syncOperations.nioSSL_peerCertificate()
    return certificate.flatMap { try? DeviceKey.hash(of: $0, by: self.host.hash) }
  }

  /// Ends the session of someone whose token was revoked, or is good with another device now.
  private func keepLooking(on loop: any EventLoop) {
    let here = NIOLoopBound(self, eventLoop: loop)
    let pause = TimeAmount.milliseconds(Int64(self.host.recheck))
    self.recheck = loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
      guard let signIn = here.value.signIn else { return }
      let (host, device) = (here.value.host, here.value.device)
      Task {
        guard await host.isRevoked(signIn, from: device) else { return }
        loop.execute { here.value.context?.close(promise: nil) }
      }
    }
  }

  private func start(_ ticket: CallTicket, _ request: RPCRequest, in context: ChannelHandlerContext) {
    let here = NIOLoopBound(self, eventLoop: context.eventLoop)
    let (host, person, loop) = (self.host, self.person, context.eventLoop)
    self.tasks[ticket] = Task {
      let outcome = await host.answer(request, as: person)
      loop.execute {
        here.value.tasks[ticket] = nil
        here.value.handle(.answered(ticket, outcome))
        if request.method == "job.watch", case .success(let job) = outcome { here.value.watch(job, on: loop) }
      }
    }
  }

  /// Tells how a job goes on, until it has ended or the connection has.
  private func watch(_ job: JSONValue, on loop: any EventLoop) {
    guard self.context != nil, let person = self.person, let id = job["job"]?.text, self.watches[id] == nil,
      self.watches.count < self.host.limits.inFlight
    else { return }
    let here = NIOLoopBound(self, eventLoop: loop)
    let host = self.host
    self.watches[id] = Task {
      var told: JSONValue?
      while !Task.isCancelled {
        do {
          let news = try await host.methods.news(ofJob: JobID(id), as: person)
          if news.params != told {
            told = news.params
            loop.execute {
              here.value.handle(.notify(RPCNotification(WireMethod.progress, news.params), latestOf: id))
            }
          }
          if news.isFinal { break }
        } catch let fault as Fault where fault.code.kind == .unavailable {
          // The store may come back, and the job goes on meanwhile.
        } catch { break }
        try? await Task.sleep(for: .milliseconds(500))
      }
      loop.execute { here.value.watches[id] = nil }
    }
  }
}
