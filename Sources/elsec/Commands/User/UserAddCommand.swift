// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Fingerprints
import Handlers
import Server
import Storage
import Vocabulary

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
  @Option(
    help: ArgumentHelp(
      "The certificate of the one device with which the token is good, PEM (any device unless told).",
      valueName: "file"))
  var device: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let token = "\(Moment.identifier())-\(Moment.identifier())"
    let device = try self.device.map { try DeviceKey.hash(ofCertificateIn: $0, by: sha256) }
    try await self.options.session(for: "user add") {
      try await AddAccount.run(
        AddAccount.Input(name: self.name, role: self.role, token: token, device: device), in: $0.practice, as: $0.person
      )
    }
    if self.json { return try Output.json(Report(user: self.name, role: self.role.rawValue, token: token)) }
    Output.line("\(self.name) is \(self.role.rawValue); token \(token) (shown once)")
  }
}
