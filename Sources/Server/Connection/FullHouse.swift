// SPDX-License-Identifier: Apache-2.0

import NIOCore
import StrictJSON
import Wire

/// Says that there are as many connections as there may be, and closes; soon also where the peer takes nothing.
final class FullHouse: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  func channelActive(context: ChannelHandlerContext) {
    let line = RPCAnswer(id: nil, error: .tooManyRequests(after: 5_000)).line
    let channel = context.channel
    let end = channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    channel.closeFuture.whenComplete { _ in end.cancel() }
    context.writeAndFlush(self.wrapOutboundOut(channel.allocator.buffer(bytes: line))).whenComplete { _ in
      channel.closeGently()
    }
    context.fireChannelActive()
  }
}
