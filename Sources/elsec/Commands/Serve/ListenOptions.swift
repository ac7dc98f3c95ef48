// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Server
import Vocabulary

/// Where the service listens, and how it is kept from others' eyes.
struct ListenOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one and prints it.", valueName: "host:port"))
  var listen = HostAndPort(host: "127.0.0.1", port: 4710)
  @Flag(help: "No TLS; only on a loopback address.")
  var plaintext = false
  @Option(name: .customLong("tls-cert"), help: ArgumentHelp("The server's certificate, PEM.", valueName: "file"))
  var certificate: String?
  @Option(name: .customLong("tls-key"), help: ArgumentHelp("Its key, PEM.", valueName: "file"))
  var key: String?
  @Option(
    name: .customLong("client-ca"),
    help: ArgumentHelp("Whose certificates clients have to show, PEM.", valueName: "file"))
  var clientAuthority: String?

  func server() throws -> ServerOptions {
    let transport: ServerOptions.Transport
    switch (self.plaintext, self.certificate, self.key) {
    case (true, nil, nil) where self.clientAuthority == nil: transport = .plain
    case (false, let certificate?, let key?):
      transport = .tls(TLSFiles(certificates: certificate, key: key, clientAuthority: self.clientAuthority))
    default:
      throw Fault(
        .usage, "give --tls-cert and --tls-key, or --plaintext", maybe: "Ops/certificates makes a team's own")
    }
    return try ServerOptions(host: self.listen.host, port: self.listen.port, transport: transport)
  }
}

/// `127.0.0.1:4710`, `[::1]:4710`, `localhost:0`.
struct HostAndPort: ExpressibleByArgument, Sendable {
  let host: String
  let port: Int

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), let port = Int(argument[argument.index(after: colon)...]),
      (0...65_535).contains(port)
    else { return nil }
    var host = argument[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else { return nil }
    self.init(host: String(host), port: port)
  }

  var defaultValueDescription: String { "\(self.host):\(self.port)" }
}
