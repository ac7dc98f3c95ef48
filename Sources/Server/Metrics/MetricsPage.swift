// SPDX-License-Identifier: Apache-2.0

import Hummingbird
public import Logging
import NIOCore
public import ServiceLifecycle
import Vocabulary

/// `/metrics` for Prometheus and `/health` for a balancer, on an HTTP port of their own.
public struct MetricsPage: Service {
  private let address: String
  private let application: Application<RouterResponder<BasicRequestContext>>

  public init(host: String, port: Int, _ factory: PrometheusFactory, logger: Logger) {
    self.address = "\(host):\(port)"
    let router = Router()
    router.get("/metrics") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: factory.text)))
    }
    router.get("/health") { _, _ in "ok\n" }
    self.application = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname(host, port: port)), logger: logger)
  }

  /// - Throws: `server.cannot-listen`.
  public func run() async throws {
    do {
      try await self.application.run()
    } catch let error as IOError {
      throw Fault(
        .serverCannotListen, "the metrics page can't listen on \(self.address)", at: "--metrics",
        maybe: "another program may have the port; name a free one", cause: error)
    }
  }
}
