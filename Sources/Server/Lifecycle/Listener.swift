// SPDX-License-Identifier: Apache-2.0

import Handlers
public import Logging
import NIOCore
import NIOPosix
import NIOSSL
public import Service
public import ServiceLifecycle
public import Storage
import StrictJSON
import Synchronization
public import Vocabulary
import Wire

/// The service on its socket: takes connections until it is told to end, then lets what is in flight finish.
public struct Listener: ServiceLifecycle.Service {
  private let host: ConnectionHost
  private let options: ServerOptions
  private let ready: @Sendable (_ host: String, _ port: Int) -> Void

  /// - Parameters:
  ///   - version: of elsec, as `session.open` tells it.
  ///   - ready: called once connections are taken, with the address.
  public init(
    _ methods: MethodTable, store: Store, hash: @escaping Hashing, clock: @escaping @Sendable () -> Instant,
    options: ServerOptions, version: String, logger: Logger,
    ready: @escaping @Sendable (_ host: String, _ port: Int) -> Void = { _, _ in }
  ) {
    self.host = ConnectionHost(
      methods: methods, store: store, hash: hash, clock: clock, options: options, version: version, logger: logger)
    self.options = options
    self.ready = ready
  }

  /// - Throws: `server.cannot-listen`; `server.certificate`.
  public func run() async throws {
    let certificates: ServerCertificates? =
      if case .tls(let files) = self.options.transport { try ServerCertificates(files) } else { nil }
    let connections = OpenConnections(most: self.options.mostConnections)
    let channel = try await self.listen(certificates, connections)
    if let address = channel.localAddress, let port = address.port {
      self.ready(address.ipAddress ?? self.options.host, port)
    }
    let renewing = Task { [host, options] in
      while !Task.isCancelled, let certificates {
        try await Task.sleep(for: .milliseconds(options.recheck))
        do {
          if try certificates.reload() { host.logger.notice("certificates were read again") }
        } catch {
          host.logger.error("changed certificates can't be used", metadata: ["error": "\(type(of: error))"])
        }
      }
    }
    await withGracefulShutdownHandler {
      // When another service of the group fails, this one is cancelled.
      await withTaskCancellationHandler {
        try? await channel.closeFuture.get()
      } onCancel: {
        channel.close(promise: nil)
      }
    } onGracefulShutdown: {
      channel.close(promise: nil)
    }
    renewing.cancel()
    await connections.drain(within: .milliseconds(self.options.limits.drain + 1_000))
  }

  private func listen(
    _ certificates: ServerCertificates?, _ connections: OpenConnections
  ) async throws -> any Channel {
    let host = self.host
    let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.backlog, value: 512)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.writeBufferWaterMark, value: .init(low: 65_536, high: 262_144))
      .childChannelOption(.maxMessagesPerRead, value: 4)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let isTaken = connections.take(channel)
          host.counts.connected(connections.count)
          channel.closeFuture.whenComplete { _ in host.counts.connected(connections.count) }
          if let certificates {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificates.context))
          }
          try channel.pipeline.syncOperations.addHandler(
            isTaken ? ConnectionHandler(host: host, on: channel.eventLoop) : FullHouse())
        }
      }
    do {
      return try await bootstrap.bind(host: self.options.host, port: self.options.port).get()
    } catch {
      throw Fault(
        .serverCannotListen, "the service can't listen on \(self.options.host):\(self.options.port)", at: "--listen",
        maybe: "another program may have the port; name a free one", cause: error)
    }
  }
}
