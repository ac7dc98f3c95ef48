// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Sealing
import StorageSQLite
import Vocabulary

struct StorePassphraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Give a sealed store another passphrase.",
    discussion: """
      The old one comes from the terminal or the file that ELSEC_PASSPHRASE_FILE names, the new one from the terminal or \
      ELSEC_NEW_PASSPHRASE_FILE. Who has forgotten the old one takes the authority's recovery key. Copies that were made \
      before still open by the old passphrase.
      """)

  @Option(
    help: ArgumentHelp(
      "The file with the private half of the recovery key, in place of the old passphrase.", valueName: "file"))
  var recoveryKey: String?
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.location().file()
    let wraps = try await StoreKeys.wraps(of: path)
    let key = try self.recoveryKey.map { try wraps.key(by: RecoverySecret(file: $0)) } ?? StoreKeys.key(of: wraps)
    var new = wraps
    new.passphrase = try PassphraseWrap(of: key, by: try PassphraseSource.new(isFirst: false))
    try await StoreSealing.replace(wraps, of: path, with: new)
    Output.line("\(path) opens by the new passphrase; \(new.advice)")
  }
}
