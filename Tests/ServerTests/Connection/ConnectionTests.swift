// SPDX-License-Identifier: Apache-2.0

import Handlers
import MadeUpService
import NIOCore
import NIOEmbedded
import ServiceLifecycle
import Storage
import StrictJSON
import Testing
import Wire

@testable import Server

/// What a connection does beside talking: room, ends, and what is left of it.
@Suite struct ConnectionTests {
  private static func open(_ peer: some Peer, _ service: TestService) async throws {
    try await peer.send(Scenario.opening.replacing("TOKEN", with: service.token) + "\n")
    #expect(try await peer.line().map(Scenario.brief) == "0:ok")
  }

  @Test func whoAsksAThousandTimesAndReadsLateGetsEveryAnswer() async throws {
    let service = try await TestService()
    try await service.listening(try TestService.options()) { port, _ in
      let peer = try await SocketPeer(port: port, reading: false)
      try await peer.send(Scenario.opening.replacing("TOKEN", with: service.token) + "\n")
      let sending = Task {
        let get = (1...1_000).map { Scenario.call($0, "screener.get", #"{"screener":"\#(MadeUpService.screener)"}"#) }
        try await peer.send(get.map { $0 + "\n" }.joined())
      }
      try await peer.wait(milliseconds: 300)
      try await peer.read()
      var heard: [String] = []
      for _ in 0...1_000 { heard.append(try await peer.line().map(Scenario.brief) ?? "the end") }
      #expect(Set(heard) == Set((0...1_000).map { "\($0):ok" }))
      try await sending.value
      try await peer.close()
    }
  }

  /// Says that the channel is full as soon as something is written, as a socket's channel does in the midst of a write.
  private final class FullAtOnce: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    var reads = 0

    func read(context: ChannelHandlerContext) {
      self.reads += 1
      context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      context.write(data, promise: promise)
      (context.channel as? NIOAsyncTestingChannel)?.isWritable = false
      context.fireChannelWritabilityChanged()
    }
  }

  @Test func aChannelThatFillsInTheMidstOfAWriteIsNotReadFrom() async throws {
    let service = try await TestService()
    let peer = try await MemoryPeer(service.host(try TestService.options()))
    let (channel, loop) = (peer.channel, peer.channel.testingEventLoop)
    let full = try await loop.executeInContext {
      let full = FullAtOnce()
      try channel.pipeline.syncOperations.addHandler(full, position: .first)
      return NIOLoopBound(full, eventLoop: loop)
    }
    try await Self.open(peer, service)
    let before = try await loop.executeInContext { full.value.reads }
    try await loop.executeInContext { channel.pipeline.syncOperations.read() }
    let whileFull = try await loop.executeInContext { full.value.reads }
    #expect(whileFull == before, "a full channel is not read from")
    try await loop.executeInContext {
      channel.isWritable = true
      channel.pipeline.syncOperations.fireChannelWritabilityChanged()
    }
    let after = try await loop.executeInContext { full.value.reads }
    #expect(after == before + 1, "the read that waited is made")
    try await peer.close()
  }

  private final class Held { weak var handler: ConnectionHandler? }

  private static func handler(of peer: MemoryPeer) async throws -> NIOLoopBound<Held> {
    let loop = peer.channel.testingEventLoop
    return try await loop.executeInContext {
      let held = Held()
      held.handler = try peer.channel.pipeline.syncOperations.handler(type: ConnectionHandler.self)
      return NIOLoopBound(held, eventLoop: loop)
    }
  }

  private static func isGone(_ held: NIOLoopBound<Held>, _ peer: MemoryPeer) async throws -> Bool {
    for _ in 0..<400 {
      if try await peer.channel.testingEventLoop.executeInContext({ held.value.handler == nil }) { return true }
      try await peer.wait(milliseconds: 5)
    }
    return false
  }

  @Test(arguments: [
    [], [Scenario.opening], [Scenario.opening, Scenario.call(1, "screener.list")],
    [Scenario.opening, Scenario.call(1, "rota.plan", #"{"week":"2026-W49"}"#)], ["{"],
  ])
  func nothingIsLeftOfAConnectionThatWasCut(_ lines: [String]) async throws {
    let service = try await TestService()
    // Looks every millisecond for revoked tokens: what goes on for a connection that has gone is found.
    let peer = try await MemoryPeer(service.host(try TestService.options { $0.recheck = 1 }))
    let held = try await Self.handler(of: peer)
    try await peer.send(lines.map { $0.replacing("TOKEN", with: service.token) + "\n" }.joined())
    try await peer.close()
    #expect(try await Self.isGone(held, peer))
  }

  @Test func nothingIsLeftOfAConnectionThatWasWatchingAJob() async throws {
    let service = try await TestService()
    let job = try #require(try await service.area.call("rota.plan", #"{"week":"2026-W49"}"#)["job"]?.text)
    let peer = try await MemoryPeer(service.host(try TestService.options()))
    let held = try await Self.handler(of: peer)
    try await Self.open(peer, service)
    try await peer.send(Scenario.call(1, "job.watch", #"{"job":"\#(job)"}"#) + "\n")
    #expect(try await peer.line().map(Scenario.brief) == "1:ok")
    #expect(try await peer.line().map(Scenario.brief) == "job.progress")
    try await peer.close()
    #expect(try await Self.isGone(held, peer))
  }

  @Test func aPeerThatNeverReadsIsCutAfterAClose() async throws {
    let service = try await TestService()
    let options = try TestService.options { $0.limits.writeStall = 100 }
    let peer = try await MemoryPeer(service.host(options))
    let loop = peer.channel.testingEventLoop
    try await loop.executeInContext {
      try peer.channel.pipeline.syncOperations.addHandler(NeverOut(), position: .first)
    }
    try await peer.send("nonsense\n")
    #expect(try await peer.line() == nil, "cut although nothing of what was sent is out")
  }

  /// Takes what is written and never says that it is out.
  private final class NeverOut: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    var promises: [EventLoopPromise<Void>] = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      if let promise { self.promises.append(promise) }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
      for promise in self.promises { promise.fail(ChannelError.ioOnClosedChannel) }
      self.promises = []
      context.close(mode: mode, promise: promise)
    }
  }

  @Test func bytesThatComeAfterTheEndAreNotLookedAt() async throws {
    let service = try await TestService()
    let peer = try await MemoryPeer(service.host(try TestService.options()))
    try await peer.send("nonsense\n")
    try await peer.send(Scenario.opening.replacing("TOKEN", with: service.token) + "\n")
    #expect(try await peer.line().map(Scenario.brief) == "null!-32700 json.unexpected")
    #expect(try await peer.line() == nil)
  }

  @Test func callsInFlightAreAnsweredBeforeTheServiceEnds() async throws {
    let service = try await TestService()
    let gate = try await service.holdingWrites()
    try await service.listening(try TestService.options()) { port, group in
      let peer = try await SocketPeer(port: port)
      try await Self.open(peer, service)
      try await peer.send(Scenario.call(1, "rota.plan", #"{"week":"2026-W49"}"#) + "\n")
      try await peer.wait(milliseconds: 50)
      await group.triggerGracefulShutdown()
      #expect(try await peer.line().map(Scenario.brief) == "session.closing")
      try await peer.send(Scenario.call(2, "screener.list") + "\n")
      #expect(try await peer.line().map(Scenario.brief) == "2!-32010 session.closing")
      gate.open()
      #expect(try await peer.line().map(Scenario.brief) == "1:ok")
      #expect(try await peer.line() == nil)
      await #expect(throws: (any Error).self) { _ = try await SocketPeer(port: port) }
    }
  }

  @Test func aCallThatIsCancelledHasExactlyOneAnswer() async throws {
    let service = try await TestService()
    let gate = try await service.holdingWrites()
    let peer = try await MemoryPeer(service.host(try TestService.options()))
    try await Self.open(peer, service)
    try await peer.send(Scenario.call(1, "rota.plan", #"{"week":"2026-W49"}"#) + "\n")
    try await peer.send(Scenario.cancel(1) + "\n" + Scenario.call(2) + "\n")
    try await peer.wait(milliseconds: 30)
    gate.open()
    var heard: [String] = []
    for _ in 0..<2 { heard.append(try await peer.line().map(Scenario.brief) ?? "the end") }
    #expect(heard.contains("2:ok"))
    #expect(heard.contains("1:ok") || heard.contains("1!-32800 rpc.cancelled"))
    try await peer.send(Scenario.call(3) + "\n")
    #expect(try await peer.line().map(Scenario.brief) == "3:ok")
    try await peer.close()
  }

  @Test func aKeyInProgressIsToldSo() async throws {
    let service = try await TestService()
    let gate = try await service.holdingWrites()
    let peer = try await MemoryPeer(service.host(try TestService.options()))
    try await Self.open(peer, service)
    let params = #"{"week":"2026-W49","key":"0193663e-7c00-7000-8000-00000000000a"}"#
    try await peer.send(Scenario.call(1, "rota.plan", params) + "\n")
    try await peer.wait(milliseconds: 30)
    try await peer.send(Scenario.call(2, "rota.plan", params.replacing("000a", with: "000A")) + "\n")
    #expect(try await peer.line().map(Scenario.brief) == "2!-32012 rpc.key-in-progress")
    gate.open()
    let first = try await peer.line()
    #expect(first.map(Scenario.brief) == "1:ok")
    try await peer.send(Scenario.call(1, "rota.plan", params) + "\n")
    #expect(try await peer.line() == first)
    try await peer.close()
  }

  @Test func oneConnectionTooManyGetsOneErrorAndIsCut() async throws {
    let service = try await TestService()
    try await service.listening(try TestService.options { $0.mostConnections = 1 }) { port, _ in
      let first = try await SocketPeer(port: port)
      try await Self.open(first, service)
      let second = try await SocketPeer(port: port)
      #expect(try await second.line().map(Scenario.brief) == "null!-32005 rpc.too-many-requests")
      #expect(try await second.line() == nil)
      try await first.close()
      try await first.wait(milliseconds: 50)
      let third = try await SocketPeer(port: port)
      try await Self.open(third, service)
      try await third.close()
    }
  }

  @Test func whoseTokenIsRevokedIsCut() async throws {
    let service = try await TestService()
    let token = try await service.area.add(.practitioner, named: "Ben")
    try await service.listening(try TestService.options { $0.recheck = 30 }) { port, _ in
      let (ada, ben) = (try await SocketPeer(port: port), try await SocketPeer(port: port))
      try await Self.open(ada, service)
      try await ben.send(Scenario.opening.replacing("TOKEN", with: token) + "\n")
      #expect(try await ben.line().map(Scenario.brief) == "0:ok")
      try await ben.wait(milliseconds: 100)
      try await RevokeAccount.run("Ben", in: service.area.practice, as: service.area.person(.admin))
      #expect(try await ben.line() == nil)
      try await ada.send(Scenario.call(1) + "\n")
      #expect(try await ada.line().map(Scenario.brief) == "1:ok")
      try await ada.close()
    }
  }

  @Test func aWatchedJobIsToldOfUntilItEnds() async throws {
    let service = try await TestService()
    let job = try #require(try await service.area.call("rota.plan", #"{"week":"2026-W49"}"#)["job"]?.text)
    try await service.listening(try TestService.options()) { port, _ in
      let peer = try await SocketPeer(port: port)
      try await Self.open(peer, service)
      try await peer.send(Scenario.call(1, "job.watch", #"{"job":"\#(job)"}"#) + "\n")
      #expect(try await peer.line().map(Scenario.brief) == "1:ok")
      let first = try JSONValue(reading: Array((try await peer.line() ?? "").utf8))
      #expect(first["method"]?.text == "job.progress" && first["params"]?["job"]?.text == job)
      #expect(first["params"]?["state"]?.text == "queued")
      try await service.area.call("job.cancel", #"{"job":"\#(job)"}"#)
      let last = try JSONValue(reading: Array((try await peer.line() ?? "").utf8))
      #expect(last["params"]?["state"]?.text == "cancelled")
      try await peer.wait(milliseconds: 600)
      try await peer.send(Scenario.call(2) + "\n")
      #expect(try await peer.line().map(Scenario.brief) == "2:ok", "nothing more is told of it")
      try await peer.close()
    }
  }
}
