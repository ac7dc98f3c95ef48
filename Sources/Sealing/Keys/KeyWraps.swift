// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What a sealed store keeps of its key: one wrap for the passphrase, and one for the authority where there is one.
public struct KeyWraps: Sendable, Hashable {
  public var passphrase: PassphraseWrap
  public var recovery: RecoveryWrap?

  public init(passphrase: PassphraseWrap, recovery: RecoveryWrap? = nil) {
    self.passphrase = passphrase
    self.recovery = recovery
  }

  /// - Throws: `seal.wrong-passphrase`.
  public func key(by passphrase: Passphrase) throws -> DataKey { try self.passphrase.key(by: passphrase) }

  /// - Throws: `seal.wrong-recovery-key`, also where the store has none.
  public func key(by secret: RecoverySecret) throws -> DataKey {
    guard let recovery = self.recovery else {
      throw Fault(
        .sealWrongRecoveryKey, "the store has no recovery key",
        maybe: "only its passphrase opens it; 'elsec store recovery-key use' adds a key while it is known")
    }
    return try recovery.key(by: secret)
  }
}
