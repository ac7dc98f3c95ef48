// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import Testing
import Vocabulary

/// One operation, who the table says may ask it, and a way to ask it without knowing its types.
struct Right: Sendable, CustomTestStringConvertible {
  let type: String
  let name: String
  let allowed: Set<Role>
  let roles: Set<Role>
  let ask: @Sendable (Service, Role) async throws -> Fault.Code?

  init<Asked: Handlers.Operation & SendableMetatype>(
    _ operation: Asked.Type,
    _ allowed: Set<Role>,
    _ input: Asked.Input
  ) {
    self.type = "\(Asked.self)"
    self.name = Asked.name
    self.allowed = allowed
    self.roles = Asked.roles
    self.ask = { service, role in try await service.refusal(Asked.self, input, as: role) }
  }

  var testDescription: String { self.name }
}
