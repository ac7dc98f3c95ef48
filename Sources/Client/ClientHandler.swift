// SPDX-License-Identifier: Apache-2.0

import NIOCore
import StrictJSON
import Vocabulary
import Wire

/// A connection's bytes and timers, driven by ``ClientCalls``. Lives on its event loop.
final class ClientHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let address: ServiceAddress
  private var calls = ClientCalls()
  private var promises: [Int: EventLoopPromise<JSONValue>] = [:]
  private var context: ChannelHandlerContext?
  private var isConnected = false
  private var end: Fault?
  var lineLimit = Int.max

  init(to address: ServiceAddress) { self.address = address }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }
  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    self.isConnected = true
    do {
      for event in try self.calls.received(Array(self.unwrapInboundIn(data).readableBytesView)) { self.act(on: event) }
    } catch {
      self.fail(with: error, closing: context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { self.fail(with: error, closing: context) }

  func channelInactive(context: ChannelHandlerContext) {
    self.fail(with: ChannelError.eof, closing: context)
    context.fireChannelInactive()
  }

  func call(
    _ method: String, _ params: JSONObject, within time: TimeAmount, _ promise: EventLoopPromise<JSONValue>
  ) {
    guard let context = self.context, context.channel.isActive, self.end == nil else {
      return promise.fail(
        self.end ?? Fault.onTheWay(ChannelError.ioOnClosedChannel, to: self.address, isConnected: self.isConnected))
    }
    let (id, line) = self.calls.call(method, params)
    guard line.count - 1 <= self.lineLimit else {
      self.calls.forget(id)
      return promise.fail(
        Fault(
          .serviceLineTooLong, "a call of \(line.count - 1) bytes; the service takes \(self.lineLimit)",
          maybe: "send less at a time"))
    }
    self.promises[id] = promise
    let here = NIOLoopBound(self, eventLoop: context.eventLoop)
    let timer = context.eventLoop.scheduleTask(in: time) { here.value.giveUp(id) }
    promise.futureResult.whenComplete { _ in timer.cancel() }
    context.writeAndFlush(self.wrapOutboundOut(context.channel.allocator.buffer(bytes: line)), promise: nil)
  }

  private func giveUp(_ id: Int) {
    self.calls.forget(id)
    self.promises.removeValue(forKey: id)?.fail(
      Fault(
        .serviceEnded, "the service did not answer in time", at: "\(self.address)",
        maybe: "try again; what was asked may have been done"))
  }

  private func act(on event: ClientCalls.Event) {
    switch event {
    case .answered(let id, let outcome):
      self.promises.removeValue(forKey: id)?.completeWith(outcome.mapError { $0 as any Error })
    case .refused(let fault):
      for promise in self.promises.values { promise.fail(fault) }
      self.promises = [:]
    case .told(let notification):
      // The service asks whether somebody is there.
      guard notification.method == WireMethod.ping, let context = self.context else { return }
      let (_, line) = self.calls.call(WireMethod.ping, JSONObject())
      context.writeAndFlush(self.wrapOutboundOut(context.channel.allocator.buffer(bytes: line)), promise: nil)
    }
  }

  private func fail(with error: any Error, closing context: ChannelHandlerContext) {
    let fault = self.end ?? Fault.onTheWay(error, to: self.address, isConnected: self.isConnected)
    self.end = fault
    let promises = self.promises.values
    self.promises = [:]
    for promise in promises { promise.fail(fault) }
    context.close(promise: nil)
  }
}
