// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Who wrote or saw what.",
    subcommands: [
      AuditListCommand.self, AuditVerifyCommand.self, AuditRootCommand.self, AuditKeyCommand.self,
      AuditExportCommand.self,
    ])
}
