// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Who may do what.",
    subcommands: [UserAddCommand.self, UserListCommand.self, UserDeviceCommand.self, UserRevokeCommand.self])
}
