// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Who may do what.",
    subcommands: [UserAddCommand.self, UserListCommand.self, UserRevokeCommand.self])
}

struct UserAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Give a person a role; prints a token once.",
    discussion: "From the first account on, only people with an account get in; name yourself with --as.")

  struct Report: Encodable {
    let user: String
    let role: String
    let token: String
  }

  @Argument(help: "The person's name.")
  var name: String
  @Option(help: "practitioner, setting, therapist, manager, plan-lead, auditor, admin or worker.")
  var role: Storage.Role
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let token = "\(Moment.identifier())-\(Moment.identifier())"
    try await self.options.session(for: "user add") {
      try await AddAccount.run(
        AddAccount.Input(name: self.name, role: self.role, token: token), in: $0.practice, as: $0.person)
    }
    if self.json { return try Output.json(Report(user: self.name, role: self.role.rawValue, token: token)) }
    Output.line("\(self.name) is \(self.role.rawValue); token \(token) (shown once)")
  }
}

struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Everyone who has or had a role.")

  struct Line: Encodable {
    let user: String
    let role: String
    let added: String
    let revoked: String?
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
        user: $0.name, role: $0.role.rawValue, added: "\($0.addedAt)", revoked: $0.revokedAt?.description)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([("user", .left), ("role", .left), ("added", .left), ("revoked", .left)])
    for line in lines { table.add(line.user, line.role, line.added, line.revoked ?? "") }
    Output.write(table.text)
  }
}

struct UserRevokeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "revoke", abstract: "End an account for good.")

  @Argument(help: "The person's name.")
  var name: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    try await self.options.session(for: "user revoke") {
      try await RevokeAccount.run(self.name, in: $0.practice, as: $0.person)
    }
    Output.line("\(self.name) is revoked")
  }
}
