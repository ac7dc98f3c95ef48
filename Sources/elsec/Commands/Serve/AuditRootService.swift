// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Fingerprints
import Handlers
import Logging
import ServiceLifecycle
import Storage
import Vocabulary

/// Signs a root of every area's audit once an hour. A broken audit is not signed over, and is said loudly.
struct AuditRootService: ServiceLifecycle.Service {
  let signer: AuditSigner
  let practice: Practice
  let logger: Logger
  var pause = Duration.seconds(3_600)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await self.signAll()
        try? await Task.sleep(for: self.pause)
      }
    }
  }

  private func signAll() async {
    do {
      for area in try await self.practice.store.areas() {
        let person = Principal(name: "audit root", role: .auditor, area: area.id, purpose: "hourly root")
        do {
          _ = try await MakeAuditRoot.run(self.signer, in: self.practice, as: person)
        } catch let fault as Fault {
          self.logger.error("no root was signed", metadata: ["area": "\(area.id)", "code": "\(fault.code.name)"])
        }
      }
    } catch {
      self.logger.error("no root was signed: the store can't be asked")
    }
  }
}
