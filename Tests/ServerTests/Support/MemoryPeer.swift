// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOEmbedded

@testable import Server

/// A peer in memory: a connection's handler on a channel of its own, whose time goes on as the test waits.
struct MemoryPeer: Peer {
  let channel: NIOAsyncTestingChannel
  private let inbox = Inbox()

  init(_ host: ConnectionHost) async throws {
    let channel = NIOAsyncTestingChannel()
    self.channel = channel
    try await channel.testingEventLoop.executeInContext {
      try channel.pipeline.syncOperations.addHandler(ConnectionHandler(host: host, on: channel.testingEventLoop))
    }
    try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
  }

  func send(_ text: String) async throws {
    _ = try? await self.channel.writeInbound(self.channel.allocator.buffer(string: text))
  }

  func line() async throws -> String? {
    for _ in 0..<1_000 {
      // Asked before what was sent is taken: an end that comes in between is the next round's.
      let isActive = self.channel.isActive
      while let buffer = try await self.channel.readOutbound(as: ByteBuffer.self) { self.inbox.add(buffer) }
      if let line = self.inbox.next() { return line }
      if !isActive { return nil }
      try await self.wait(milliseconds: 5)
    }
    throw NothingCame()
  }

  func shutDown() async throws {
    try await self.channel.testingEventLoop.executeInContext {
      self.channel.pipeline.syncOperations.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }
  }

  func drain() async throws {
    try await self.channel.testingEventLoop.executeInContext {
      self.channel.pipeline.syncOperations.fireUserInboundEventTriggered(ServerDrains())
    }
  }

  func wait(milliseconds: Int) async throws {
    for _ in 0..<max(1, milliseconds / 5) {
      try await Task.sleep(for: .milliseconds(5))
      await self.channel.testingEventLoop.advanceTime(by: .milliseconds(5))
    }
  }

  func close() async throws { try? await self.channel.close() }
}
