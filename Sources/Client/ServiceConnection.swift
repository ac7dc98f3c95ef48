// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import NIOSSL
public import StrictJSON
import Vocabulary
import Wire

/// A connection to a service, signed in. Calls can be made at the same time; each gets its own answer.
public struct ServiceConnection: Sendable {
  public let greeting: ServiceGreeting
  private let channel: any Channel
  private let handler: NIOLoopBound<ClientHandler>

  /// Connects and signs in.
  ///
  /// - Parameter client: what this side calls itself.
  /// - Throws: `service.…` for what went wrong on the way; the service's own refusal of the token.
  public static func open(
    to address: ServiceAddress, token: String, client: String
  ) async throws -> ServiceConnection {
    let context = try Self.context(address.transport)
    let (channel, handler) = try await Self.connect(to: address, context)
    do {
      let greeting = try await Self.call(
        WireMethod.open,
        ["protocol": .text(WireMethod.version), "token": .text(token), "client": .text(client)], on: channel, handler,
        within: .seconds(20))
      return try await ServiceConnection(ServiceGreeting(greeting), channel, handler)
    } catch {
      try? await channel.close()
      throw error
    }
  }

  private init(
    _ greeting: ServiceGreeting, _ channel: any Channel, _ handler: NIOLoopBound<ClientHandler>
  ) async throws {
    self.greeting = greeting
    self.channel = channel
    self.handler = handler
    try await channel.eventLoop.submit { handler.value.lineLimit = greeting.lineLimit }.get()
  }

  /// - Parameter seconds: to wait for the answer.
  /// - Throws: the service's refusal under its own code; `service.connection-ended` where it is not known whether the
  ///   call was carried out.
  public func call(_ method: String, _ params: JSONObject = JSONObject(), seconds: Int = 300) async throws -> JSONValue
  {
    try await Self.call(method, params, on: self.channel, self.handler, within: .seconds(Int64(seconds)))
  }

  public func close() async { try? await self.channel.close() }

  private static func call(
    _ method: String, _ params: JSONObject, on channel: any Channel, _ handler: NIOLoopBound<ClientHandler>,
    within time: TimeAmount
  ) async throws -> JSONValue {
    let promise = channel.eventLoop.makePromise(of: JSONValue.self)
    channel.eventLoop.execute { handler.value.call(method, params, within: time, promise) }
    return try await withTaskCancellationHandler {
      try await promise.futureResult.get()
    } onCancel: {
      channel.close(promise: nil)
    }
  }

  private static func connect(
    to address: ServiceAddress, _ context: NIOSSLContext?
  ) async throws -> (any Channel, NIOLoopBound<ClientHandler>) {
    let isNamed = (try? SocketAddress(ipAddress: address.host, port: address.port)) == nil
    do {
      return try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connectTimeout(.seconds(10))
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .connect(host: address.host, port: address.port) { channel in
          channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if let context {
              // An address is checked against the addresses of the certificate.
              try pipeline.addHandler(
                NIOSSLClientHandler(context: context, serverHostname: isNamed ? address.host : nil))
            }
            let handler = ClientHandler(to: address)
            try pipeline.addHandler(handler)
            return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop))
          }
        }
    } catch {
      throw Fault.onTheWay(error, to: address, isConnected: false)
    }
  }

  private static func context(_ transport: ServiceAddress.Transport) throws -> NIOSSLContext? {
    guard case .tls(let trust) = transport else { return nil }
    do {
      var configuration = TLSConfiguration.makeClientConfiguration()
      configuration.minimumTLSVersion = .tlsv13
      if let authority = trust.authority { configuration.trustRoots = .file(authority) }
      if let own = trust.certificate {
        configuration.certificateChain = try NIOSSLCertificate.fromPEMFile(own.file).map { .certificate($0) }
        configuration.privateKey = .privateKey(try NIOSSLPrivateKey(file: own.key, format: .pem))
      }
      return try NIOSSLContext(configuration: configuration)
    } catch {
      throw Fault(
        .serviceCertificate, "a certificate or its key can't be used",
        at: trust.certificate?.file ?? trust.authority,
        maybe: "check that the files are there, belong together and are in PEM form", cause: error)
    }
  }
}
