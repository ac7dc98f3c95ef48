// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Where a service answers, and how the two know each other.
public struct ServiceAddress: Sendable, Hashable {
  /// What one side shows, and the key to it: PEM files.
  public struct Certificate: Sendable, Hashable {
    public let file: String
    public let key: String

    public init(file: String, key: String) {
      self.file = file
      self.key = key
    }
  }

  public struct Trust: Sendable, Hashable {
    /// A PEM file of whose certificates the service may show; `nil` = those that the machine trusts.
    public let authority: String?
    /// What this side shows; `nil` = nothing.
    public let certificate: Certificate?

    public init(authority: String? = nil, certificate: Certificate? = nil) {
      self.authority = authority
      self.certificate = certificate
    }
  }

  public enum Transport: Sendable, Hashable {
    /// Plain text; only to a loopback address.
    case plain
    /// TLS 1.3.
    case tls(Trust)
  }

  public let host: String
  public let port: Int
  public let transport: Transport

  /// - Throws: `service.not-loopback` for plain text to a place that others can listen in on the way to.
  public init(host: String, port: Int, transport: Transport) throws {
    if transport == .plain, !["127.0.0.1", "::1", "localhost"].contains(host) {
      throw Fault(
        .serviceNotLoopback, "plain text is for a service on this machine", at: "\(host):\(port)",
        maybe: "leave out --plaintext and name the authority with --ca")
    }
    self.host = host
    self.port = port
    self.transport = transport
  }
}

extension ServiceAddress: CustomStringConvertible {
  /// `service.example:4710`, `[::1]:4710`.
  public var description: String { "\(self.host.contains(":") ? "[\(self.host)]" : self.host):\(self.port)" }
}
