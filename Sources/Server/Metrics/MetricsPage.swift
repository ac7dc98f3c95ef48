// SPDX-License-Identifier: Apache-2.0

public import Hummingbird
public import Logging
public import ServiceLifecycle

/// `/metrics` for Prometheus and `/health` for a balancer, on an HTTP port of their own.
public struct MetricsPage: Service {
  private let application: Application<RouterResponder<BasicRequestContext>>

  public init(host: String, port: Int, _ factory: PrometheusFactory, logger: Logger) {
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

  public func run() async throws { try await self.application.run() }
}
