// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import StorageSQLite
import Vocabulary

struct StoreSealCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "Seal the store of a laptop: without its passphrase it shows no child.",
    discussion: """
      Asks for a new passphrase twice, or takes it from the file that ELSEC_PASSPHRASE_FILE names. The store is sealed whole \
      or not at all, and nobody else may have it open meanwhile. Copies that were made before stay as they are: delete \
      them. References of children, days and who did what stay readable; see Ops/RUNNING.md.
      """)

  @Option(
    help: ArgumentHelp(
      "The public half of the local authority's recovery key, or the file that holds it.", valueName: "key|file"))
  var recoveryKey: String?
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.location().file()
    guard Disk.exists(path) else {
      throw Fault(.storeUnavailable, "there is no store", at: path, maybe: "run 'elsec store init --sealed'")
    }
    guard try await StoreSealing.keyWraps(of: path) == nil else {
      throw Fault(
        .storeSealed, "the store is sealed already", at: path,
        maybe: "'elsec store passphrase' changes what opens it")
    }
    let (key, wraps) = try StoreKeys.make(recoveryKey: self.recoveryKey)
    try await StoreSealing.seal(path, under: key, with: wraps)
    Output.line("sealed \(path); \(wraps.advice)")
    Output.line("copies made before are not sealed: delete them")
  }
}
