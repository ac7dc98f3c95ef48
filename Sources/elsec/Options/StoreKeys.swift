// SPDX-License-Identifier: Apache-2.0

import Sealing
import Storage
import StorageSQLite
import Synchronization
import Vocabulary

/// The keys of sealed stores that this process has opened: nobody is asked for a passphrase twice.
enum StoreKeys {
  private static let known = Mutex<[KeyWraps: DataKey]>([:])

  /// The key of a store that keeps it as `wraps` says, by its passphrase.
  ///
  /// - Throws: `seal.wrong-passphrase`, and what ``PassphraseSource/current()`` throws.
  static func key(of wraps: KeyWraps) throws -> DataKey {
    if let key = self.known.withLock({ $0[wraps] }) { return key }
    let key = try wraps.key(by: try PassphraseSource.current())
    self.known.withLock { $0[wraps] = key }
    return key
  }

  /// A new key, wrapped for a new passphrase and, where one is named, for the authority's recovery key.
  static func make(recoveryKey: String?) throws -> (key: DataKey, wraps: KeyWraps) {
    let recovery = try recoveryKey.map { try RecoveryKey(argument: $0) }
    let passphrase = try PassphraseSource.new(isFirst: true)
    let key = DataKey()
    let wraps = KeyWraps(
      passphrase: try PassphraseWrap(of: key, by: passphrase),
      recovery: try recovery.map { try RecoveryWrap(of: key, for: $0) })
    self.known.withLock { $0[wraps] = key }
    return (key, wraps)
  }

  /// How the store at `path` keeps its key.
  ///
  /// - Throws: `store.not-sealed` of a plain store.
  static func wraps(of path: String) async throws -> KeyWraps {
    guard Disk.exists(path) else {
      throw Fault(.storeUnavailable, "there is no store", at: path, maybe: "run 'elsec store init'")
    }
    guard let wraps = try await StoreSealing.keyWraps(of: path) else {
      throw Fault(.storeNotSealed, "the store is not sealed", at: path, maybe: "run 'elsec store seal'")
    }
    return wraps
  }
}

extension RecoveryKey {
  /// The public half of a recovery key, or the file that holds it.
  init(argument: String) throws {
    self =
      Disk.exists(argument)
      ? try Disk.read(argument) { try RecoveryKey(String(decoding: $0, as: UTF8.self)) } : try RecoveryKey(argument)
  }
}

extension RecoverySecret {
  /// The private half that 'elsec store recovery-key make' wrote.
  ///
  /// - Throws: `key.open-to-others` when others than its owner may read the file.
  init(file path: String) throws {
    guard try Disk.isPrivate(path) else {
      throw Fault(.keyOpenToOthers, "others may read the key", at: path, maybe: "chmod 600, or make a new one")
    }
    self = try Disk.read(path) { try RecoverySecret(secretText: String(decoding: $0, as: UTF8.self)) }
  }
}

extension KeyWraps {
  /// What to say of a store that is sealed from now on.
  var advice: String {
    self.recovery.map { "recovery key \($0.keyID) opens it too" }
      ?? "no recovery key opens it: if the passphrase is forgotten, what is in it is lost"
  }
}

extension Fault.Code {
  static let storeNotSealed = Fault.Code("store.not-sealed", .notSo)
}
