// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Sealing
import StorageSQLite
import Vocabulary

/// Where passphrases come from: a file that the environment names, else the terminal. Never an argument: others could
/// see it in the list of processes, and the shell keeps it.
enum PassphraseSource {
  static let variable = "ELSEC_PASSPHRASE_FILE"
  static let newVariable = "ELSEC_NEW_PASSPHRASE_FILE"

  /// The passphrase that a store has.
  ///
  /// - Throws: `store.sealed` where there is neither a file nor a terminal.
  static func current() throws -> Passphrase {
    if let path = self.path(in: self.variable) { return Passphrase(try self.text(in: path)) }
    return Passphrase(try self.ask("Passphrase of the store: "))
  }

  /// A passphrase that a store is to have: from the file of ``newVariable``, or typed twice.
  ///
  /// - Parameter isFirst: the store has none yet, so that the file of ``variable`` holds the one it gets.
  /// - Throws: `passphrase.too-short`, `passphrase.differs`.
  static func new(isFirst: Bool) throws -> Passphrase {
    if let path = self.path(in: self.newVariable) ?? (isFirst ? self.path(in: self.variable) : nil) {
      return try Passphrase(new: try self.text(in: path))
    }
    let typed = try self.ask("New passphrase, at least \(Passphrase.leastLength) characters: ")
    let passphrase = try Passphrase(new: typed)
    guard try self.ask("The same again: ") == typed else {
      throw Fault(.passphraseDiffers, "the two passphrases differ", maybe: "run the command again")
    }
    return passphrase
  }

  private static func path(in variable: String) -> String? {
    ProcessInfo.processInfo.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func ask(_ prompt: String) throws -> String {
    guard let line = try HiddenLine.read(prompt) else {
      throw Fault(
        .storeSealed, "a passphrase is needed, and there is no terminal to ask for it",
        maybe: "name a file that holds it in \(self.variable)")
    }
    return line
  }

  /// What the file holds without one line end behind it.
  private static func text(in path: String) throws -> String {
    var status = stat()
    // The group may be able to: that is how systemd gives a service its credentials.
    if stat(path, &status) == 0, status.st_mode & 0o007 != 0 {
      throw Fault(.passphraseOpenToOthers, "others may read the passphrase", at: path, maybe: "chmod 600")
    }
    var text = try Disk.text(path)
    if text.last?.isNewline == true { text.removeLast() }
    return text
  }
}

extension Fault.Code {
  static let passphraseDiffers = Fault.Code("passphrase.differs", .badInput)
  static let passphraseOpenToOthers = Fault.Code("passphrase.open-to-others", .badInput)
}
