// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// The other end of a connection, as tests speak with it.
protocol Peer: Sendable {
  func send(_ text: String) async throws
  /// The next line; `nil` once the service has ended the connection. Waits 5 s for either.
  func line() async throws -> String?
  /// Sends no more and still reads.
  func shutDown() async throws
  func wait(milliseconds: Int) async throws
  func close() async throws
}

struct NothingCame: Error {}

/// Bytes that came, as lines.
final class Inbox: Sendable {
  private let state = Mutex((bytes: [UInt8](), hasEnded: false))

  var hasEnded: Bool { self.state.withLock { $0.hasEnded } }
  func end() { self.state.withLock { $0.hasEnded = true } }
  func add(_ buffer: ByteBuffer) { self.state.withLock { $0.bytes += buffer.readableBytesView } }

  func next() -> String? {
    self.state.withLock { state in
      guard let end = state.bytes.firstIndex(of: 0x0A) else { return nil }
      let line = String(decoding: state.bytes[..<end], as: UTF8.self)
      state.bytes.removeSubrange(...end)
      return line
    }
  }
}

/// A peer on a real socket.
struct SocketPeer: Peer {
  private let channel: any Channel
  private let inbox: Inbox

  private final class Reader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    let inbox: Inbox
    init(_ inbox: Inbox) { self.inbox = inbox }
    func channelRead(context: ChannelHandlerContext, data: NIOAny) { self.inbox.add(self.unwrapInboundIn(data)) }
    func channelInactive(context: ChannelHandlerContext) { self.inbox.end() }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if case ChannelEvent.inputClosed = event { self.inbox.end() }
    }
  }

  init(port: Int, reading: Bool = true, tls: TLSConfiguration? = nil) async throws {
    let (inbox, context) = (Inbox(), try tls.map { try NIOSSLContext(configuration: $0) })
    self.inbox = inbox
    self.channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true).channelOption(.autoRead, value: reading)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: context, serverHostname: nil))
          }
          try channel.pipeline.syncOperations.addHandler(Reader(inbox))
        }
      }.connect(host: "127.0.0.1", port: port).get()
  }

  /// What can't be sent any more is no fault of the test's: what came before is what counts.
  func send(_ text: String) async throws {
    try? await self.channel.writeAndFlush(self.channel.allocator.buffer(string: text))
  }

  func read() async throws { try await self.channel.setOption(.autoRead, value: true).get() }

  func line() async throws -> String? {
    for _ in 0..<2_500 {
      if let line = self.inbox.next() { return line }
      if self.inbox.hasEnded { return self.inbox.next() }
      try await Task.sleep(for: .milliseconds(2))
    }
    throw NothingCame()
  }

  func shutDown() async throws { try await self.channel.close(mode: .output) }
  func wait(milliseconds: Int) async throws { try await Task.sleep(for: .milliseconds(milliseconds)) }
  func close() async throws { try? await self.channel.close() }
}
