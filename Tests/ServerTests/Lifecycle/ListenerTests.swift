// SPDX-License-Identifier: Apache-2.0

import Logging
import ServiceLifecycle
import Testing
import Vocabulary

@testable import Server

@Suite struct ListenerTests {
  @Test func aPortInUseIsToldAsAServiceThatCannotBeReached() async throws {
    let service = try await TestService()
    try await service.listening(try TestService.options()) { port, _ in
      let fault = await #expect(throws: Fault.self) {
        try await service.listening(try TestService.options { $0.port = port }) { _, _ in }
      }
      #expect(fault?.code == .serverCannotListen && fault?.code.kind == .unavailable)
    }
  }

  private struct Breaks: ServiceLifecycle.Service {
    struct Broken: Error {}
    func run() async throws { throw Broken() }
  }

  /// A service that fails ends the whole group; one that would not hear of it would keep the program for ever.
  @Test(.timeLimit(.minutes(1))) func theListenerEndsWhenAnotherServiceFails() async throws {
    let service = try await TestService()
    let listener = service.listener(try TestService.options())
    let group = ServiceGroup(
      services: [listener, Breaks()], logger: Logger(label: "elsec.test") { _ in SwiftLogNoOpLogHandler() })
    await #expect(throws: Breaks.Broken.self) { try await group.run() }
  }
}
