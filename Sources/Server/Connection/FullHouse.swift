// SPDX-License-Identifier: Apache-2.0

import NIOCore
import StrictJSON
import Wire

/// Says that there are as many connections as there may be, and closes.
final class FullHouse: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  func channelActive(context: ChannelHandlerContext) {
    let line = RPCAnswer(id: nil, error: .tooManyRequests(after: 5_000)).line
    let channel = context.channel
    context.writeAndFlush(self.wrapOutboundOut(channel.allocator.buffer(bytes: line))).whenComplete { _ in
      channel.close(promise: nil)
    }
    // Behind TLS nothing goes out before a handshake, which may never come.
    channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
  }
}
