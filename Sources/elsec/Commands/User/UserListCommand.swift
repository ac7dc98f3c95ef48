// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Everyone who has or had a role.")

  struct Line: Encodable {
    let user: String
    let role: String
    let added: String
    let revoked: String?
    let device: String?
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let accounts = try await self.options.session(for: "user list") {
      try await ListAccounts.run((), in: $0.practice, as: $0.person)
    }
    let lines = accounts.map {
      Line(
        user: $0.name, role: $0.role.rawValue, added: "\($0.addedAt)", revoked: $0.revokedAt?.description,
        device: $0.device?.description)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([("user", .left), ("role", .left), ("added", .left), ("revoked", .left), ("device", .left)])
    for line in lines {
      table.add(line.user, line.role, line.added, line.revoked ?? "", line.device.map { String($0.prefix(16)) } ?? "")
    }
    Output.write(table.text)
  }
}
