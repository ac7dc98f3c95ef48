// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Who a token stands for. The token itself is kept nowhere, only its hash.
public enum SignIn {
  /// - Throws: `access.unknown-person` for a token that is nobody's, or was revoked.
  public static func principal(
    withToken token: String, of store: Store, hash: @escaping Hashing, purpose: String
  ) async throws -> Principal {
    guard let found = try await store.account(tokenHash: hash(Array(token.utf8))) else {
      throw Fault(
        .accessUnknownPerson, "the token is nobody's, or it was revoked",
        maybe: "have an administrator run 'elsec user add'")
    }
    return Principal(name: found.account.name, role: found.account.role, area: found.area, purpose: purpose)
  }
}
