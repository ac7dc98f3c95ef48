// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Fingerprints
import Vocabulary

struct AuditKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The key that vouches for the audit.", subcommands: [New.self])

  struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Make a key for signing roots, and print its public half.",
      discussion: """
        The file is for its owner alone; keep it where the database's administrators can't read it. The public half is \
        for everyone who checks roots: 'elsec audit verify --public-key'.
        """)

    @Argument(help: ArgumentHelp("Where to write the private key; replaces nothing.", valueName: "file"))
    var file: String
    @Option(help: "A name for the key, without spaces.")
    var name = "elsec-audit"
    @Flag(help: "Print JSON.")
    var json = false

    struct Report: Encodable {
      let name: String
      let publicKey: String
    }

    func run() async throws {
      let key = try SigningKey(newNamed: self.name)
      try Disk.writeNew(key.secretText + "\n", to: self.file)
      if self.json { return try Output.json(Report(name: key.name, publicKey: key.publicKey.description)) }
      Output.line(key.publicKey.description)
    }
  }
}
