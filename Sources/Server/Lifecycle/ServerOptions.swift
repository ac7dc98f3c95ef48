// SPDX-License-Identifier: Apache-2.0

public import Vocabulary
public import Wire

/// Where and how the service listens.
public struct ServerOptions: Sendable {
  public enum Transport: Sendable {
    /// Plain text; only on a loopback address.
    case plain
    case tls(TLSFiles)
  }

  public var host: String
  /// 0: any free port.
  public var port: Int
  public var transport: Transport
  public var limits = WireLimits()
  /// Connections at a time; further ones get one error line and are closed.
  public var mostConnections = 256
  /// Milliseconds between two looks at whether those who are signed in still may be, and at the certificate files.
  public var recheck = 20_000

  /// - Throws: `server.not-loopback` for plain text on an address that others can reach.
  public init(host: String, port: Int, transport: Transport) throws {
    if case .plain = transport, !["127.0.0.1", "::1", "localhost"].contains(host) {
      throw Fault(
        .serverNotLoopback, "plain text is for this machine alone", at: "--listen",
        maybe: "listen on 127.0.0.1, or give --tls-cert and --tls-key")
    }
    self.host = host
    self.port = port
    self.transport = transport
  }
}

/// Files in PEM form; read again when they change.
public struct TLSFiles: Sendable, Hashable {
  /// The server's certificate, then those between it and its authority.
  public let certificates: String
  public let key: String
  /// Whose certificates clients have to show; `nil` = they need none.
  public let clientAuthority: String?

  public init(certificates: String, key: String, clientAuthority: String?) {
    self.certificates = certificates
    self.key = key
    self.clientAuthority = clientAuthority
  }
}

extension Fault.Code {
  public static let serverNotLoopback = Fault.Code("server.not-loopback", .usage)
  public static let serverCannotListen = Fault.Code("server.cannot-listen", .unavailable)
  public static let serverCertificate = Fault.Code("server.certificate", .badInput)
}
