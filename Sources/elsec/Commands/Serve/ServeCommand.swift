// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AuditRoots
import Fingerprints
import Handlers
import Logging
import Metrics
import Server
import Service
import ServiceLifecycle
import Storage
import StrictJSON
import UnixSignals
import Vocabulary
import Wire

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer clients over TCP, for many people and devices on one store.",
    discussion: """
      JSON-RPC 2.0, one JSON text a line, TLS 1.3. Who may call what: 'elsec serve --openrpc'. SIGTERM and SIGINT end it: \
      no new calls are taken, those in flight are answered. Certificates are read again when their files change.
      """)

  @OptionGroup var listening: ListenOptions
  @Option(
    help: ArgumentHelp("Prometheus metrics and /health over HTTP, on an address of their own.", valueName: "host:port"))
  var metrics: HostAndPort?
  @Option(
    help:
      "Rota jobs to work on in this process at a time (a SQLite store: 1 unless told; PostgreSQL: 0, see 'elsec work')."
  )
  var workers: Int?
  @Option(
    name: .customLong("audit-key"),
    help: ArgumentHelp("Sign a root of every area's audit once an hour, with the key in this file.", valueName: "file"))
  var auditKey: String?
  @Option(help: "Connections to a PostgreSQL store.")
  var connections = 8
  @Flag(help: "Print the OpenRPC document and end.")
  var openrpc = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard (0...64).contains(self.workers ?? 0) else { throw ValidationError("--workers takes 0 to 64") }
    guard (1...200).contains(self.connections) else { throw ValidationError("--connections takes 1 to 200") }
  }

  func run() async throws {
    if self.openrpc { return Output.line(Self.document) }
    let listening = try self.listening.server()
    let store = try await self.options.open(connections: self.connections)
    do {
      try await self.serve(store, listening)
      try await store.close()
    } catch {
      try? await store.close()
      throw error
    }
  }

  private func serve(_ store: Store, _ listening: ServerOptions) async throws {
    let log = { @Sendable (label: String) in AllowListLogs(label: label) { Output.complain($0) } }
    LoggingSystem.bootstrap(log)
    let factory = PrometheusFactory()
    MetricsSystem.bootstrap(factory)
    let logger = Logger(label: "elsec.serve")
    let practice = try self.options.practice(with: store)
    let listener = Listener(
      MethodTable(practice, today: { Moment.today() }), store: store, hash: sha256, clock: { Moment.now() },
      options: listening, version: Elsec.configuration.version, logger: logger,
      ready: { host, port in Output.line("listening on \(host.contains(":") ? "[\(host)]" : host):\(port)") })
    var services: [any ServiceLifecycle.Service] = [listener]
    if let metrics = self.metrics {
      services.append(MetricsPage(host: metrics.host, port: metrics.port, factory, logger: logger))
    }
    if let key = self.auditKey {
      services.append(AuditRootService(signer: try AuditSigner(file: key), practice: practice, logger: logger))
    }
    let workers = self.workers ?? (store.engine == .sqlite ? 1 : 0)
    for number in 0..<workers { services.append(WorkerService(name: WorkerName.made() + ".\(number + 1)", practice)) }
    try await ServiceGroup(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
    ).run()
  }

  private static var document: String {
    String(
      decoding: OpenRPC.document(methods: MethodTable.descriptions, version: Elsec.configuration.version).bytes,
      as: UTF8.self)
  }
}
