// SPDX-License-Identifier: Apache-2.0

import Handlers
import ServiceLifecycle

/// A worker in the service's own process; gives its job back when the service ends.
struct WorkerService: ServiceLifecycle.Service {
  private let worker: Worker

  init(name: String, _ practice: Practice) { self.worker = Worker(name: name, practice: practice) }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      try? await self.worker.work(report: { _ in }, away: { Main.report($0) })
    }
  }
}
