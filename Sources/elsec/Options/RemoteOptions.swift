// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Client
import FoundationEssentials
import Vocabulary

/// Which service, and how this side shows who it is.
struct RemoteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The service (else ELSEC_SERVER, else the one that the store met last).", valueName: "host:port"))
  var server: HostAndPort?
  @Option(
    help: ArgumentHelp(
      "A file with the person's token, from 'elsec user add' (else ELSEC_TOKEN_FILE).", valueName: "file"))
  var tokenFile: String?
  @Option(help: ArgumentHelp("Whose certificate the service has to show, PEM.", valueName: "file"))
  var ca: String?
  @Option(name: .customLong("cert"), help: ArgumentHelp("This device's certificate, PEM.", valueName: "file"))
  var certificate: String?
  @Option(help: ArgumentHelp("Its key, PEM.", valueName: "file"))
  var key: String?
  @Flag(help: "No TLS; only to a service on this machine.")
  var plaintext = false

  /// - Parameter known: the address that is used when none is given.
  func address(known: String?) throws -> ServiceAddress {
    guard
      let place = try self.server ?? Self.place("ELSEC_SERVER", self["ELSEC_SERVER"]) ?? Self.place("the store", known)
    else {
      throw Fault(.usage, "no service is named", maybe: "name one with --server HOST:PORT")
    }
    return try ServiceAddress(host: place.host, port: place.port, transport: try self.transport())
  }

  private func transport() throws -> ServiceAddress.Transport {
    switch (self.plaintext, self.certificate, self.key) {
    case (true, nil, nil) where self.ca == nil: return .plain
    case (false, nil, nil): return .tls(.init(authority: self.ca))
    case (false, let file?, let key?): return .tls(.init(authority: self.ca, certificate: .init(file: file, key: key)))
    default:
      throw Fault(.usage, "--cert and --key go together, and without --plaintext", maybe: "elsec sync --help")
    }
  }

  /// The token's text: what stands in the file, without the line's end.
  func token() throws -> String {
    guard let path = self.tokenFile ?? self["ELSEC_TOKEN_FILE"] else {
      throw Fault(
        .usage, "no token is named", maybe: "write the one of 'elsec user add' to a file and name it with --token-file")
    }
    let text = String(decoding: try Disk.read(path), as: UTF8.self)
    let token = text.split(whereSeparator: \.isWhitespace)
    guard token.count == 1 else {
      throw Fault(.malformed, "the file does not hold one token", at: path, maybe: "it is one word on one line")
    }
    return String(token[0])
  }

  private subscript(name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func place(_ source: String, _ text: String?) throws -> HostAndPort? {
    guard let text else { return nil }
    guard let place = HostAndPort(argument: text) else {
      throw Fault(
        .usage, "the service's address is not host:port", at: source, maybe: "name one with --server HOST:PORT")
    }
    return place
  }
}
