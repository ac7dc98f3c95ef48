// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

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
