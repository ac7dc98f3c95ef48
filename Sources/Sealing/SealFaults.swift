// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// The passphrase does not open the store's key, or the wrap of the key was changed.
  public static let sealWrongPassphrase = Fault.Code("seal.wrong-passphrase", .notAllowed)
  /// The recovery key is another than the one the store's key was wrapped for.
  public static let sealWrongRecoveryKey = Fault.Code("seal.wrong-recovery-key", .notAllowed)
  /// A cell does not open: it was changed, moved to another row, or sealed under another key.
  public static let sealBroken = Fault.Code("seal.broken", .unavailable)
  /// What is kept of a key is not what elsec writes.
  public static let sealMalformed = Fault.Code("seal.malformed", .unavailable)
  /// A new passphrase can be guessed too easily.
  public static let passphraseTooShort = Fault.Code("passphrase.too-short", .badInput)
  /// The text is not a recovery key.
  public static let recoveryKeyMalformed = Fault.Code("recovery-key.malformed", .badInput)
}

extension Fault {
  static func sealMalformed(_ message: String) -> Fault {
    Fault(.sealMalformed, message, maybe: "restore a backup with 'elsec store restore'")
  }

  static func recoveryKeyMalformed(_ what: String) -> Fault {
    Fault(
      .recoveryKeyMalformed, "the text is not \(what)", maybe: "make one with 'elsec store recovery-key make'")
  }
}
