// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Sealing
import StorageSQLite
import Vocabulary

struct StoreRecoveryKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery-key", abstract: "The authority's key, for when a passphrase is forgotten.",
    subcommands: [Make.self, Use.self])

  struct Make: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "make", abstract: "Make a recovery key: one for all the laptops of an authority.",
      discussion: """
        The private half opens every store that was sealed for it: keep it off the laptops, on paper or a stick in a safe, \
        in two places. The public half goes to whoever seals a store.
        """)

    @Option(help: ArgumentHelp("Where to write the private half; replaces nothing.", valueName: "file"))
    var out: String
    @Option(
      name: .customLong("public"),
      help: ArgumentHelp("Where to write the public half; replaces nothing.", valueName: "file"))
    var publicFile: String?
    @Flag(help: "Print JSON.")
    var json = false

    struct Report: Encodable {
      let id: String
      let publicKey: String
    }

    func run() async throws {
      let secret = RecoverySecret()
      let text = secret.publicKey.description
      try Disk.writeNew(secret.secretText + "\n", to: self.out)
      if let publicFile = self.publicFile { try Disk.writeNew(text + "\n", to: publicFile) }
      if self.json { return try Output.json(Report(id: secret.publicKey.id, publicKey: text)) }
      Output.line(text)
    }
  }

  struct Use: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "use", abstract: "Have a recovery key open a sealed store from now on, in place of any other.")

    @Argument(help: ArgumentHelp("The public half of the key, or the file that holds it.", valueName: "key|file"))
    var key: String
    @OptionGroup var options: StoreOptions

    func run() async throws {
      let path = try self.options.location().file()
      let recoveryKey = try RecoveryKey(argument: self.key)
      let wraps = try await StoreKeys.wraps(of: path)
      var new = wraps
      new.recovery = try RecoveryWrap(of: try StoreKeys.key(of: wraps), for: recoveryKey)
      try await StoreSealing.replace(wraps, of: path, with: new)
      Output.line("\(path): \(new.advice)")
    }
  }
}
