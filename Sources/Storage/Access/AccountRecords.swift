// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func account(named name: String) throws -> AccountRecord? { try self.find(key: [name]) }

  /// Every account by name, revoked ones too.
  public func accounts() throws -> [AccountRecord] { try self.list("WHERE area = $1 ORDER BY name") }
}

extension Records {
  /// - Throws: `store.conflict` when the name or the token is taken, in whatever area.
  public func add(_ account: AccountRecord) throws { try self.insert(account) }

  /// Ends an account; its name stays taken.
  ///
  /// - Throws: `store.not-found`; `store.conflict` when it was revoked before.
  public func revoke(_ name: String) throws {
    var account = try self.liveAccount(named: name)
    account.revokedAt = self.now
    try self.overwrite(account, as: .revoke)
  }

  /// Says with which device an account's token is good; see ``AccountRecord/device``.
  ///
  /// - Throws: as ``revoke(_:)`` does.
  public func bind(_ name: String, to device: Digest?) throws {
    var account = try self.liveAccount(named: name)
    account.device = device
    try self.overwrite(account)
  }

  private func liveAccount(named name: String) throws -> AccountRecord {
    guard let account = try self.account(named: name) else {
      throw Fault(.storeNotFound, "there is no such account", at: name)
    }
    guard account.revokedAt == nil else {
      throw Fault(.storeConflict, "the account was revoked before", at: name)
    }
    return account
  }
}
