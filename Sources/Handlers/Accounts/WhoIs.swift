// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Who a name stands for in an area's store that its owner opens directly.
///
/// Until the first account is made, the owner of the store is its administrator; a device's store is the person's whose
/// device it is, in the role that the service told. From the first account on only people with an account that is not
/// revoked get in, each with their own role.
public enum WhoIs {
  /// - Throws: `access.unknown-person`.
  public static func principal(
    named name: String, in area: AreaID, of store: Store, purpose: String
  ) async throws -> Principal {
    let nobody = Principal(name: name, role: .auditor, area: area, purpose: purpose)
    return try await store.read(as: nobody) { reading in
      let accounts = try reading.accounts()
      guard !accounts.isEmpty else {
        if let server = try reading.syncServer() {
          return Principal(name: server.person, role: server.role, area: area, purpose: purpose)
        }
        return Principal(name: name, role: .admin, area: area, purpose: purpose)
      }
      guard let account = accounts.first(where: { $0.name == name && $0.revokedAt == nil }) else {
        throw Fault(
          .accessUnknownPerson, "there is no account of this name in \(area)",
          maybe: "name yourself with --as, or have an administrator run 'elsec user add'")
      }
      return Principal(name: name, role: account.role, area: area, purpose: purpose)
    }
  }

  /// Who a token stands for. The token itself is kept nowhere, only its hash.
  ///
  /// - Parameter device: the device that shows it; `nil` where none proved which it is.
  /// - Throws: `access.unknown-person` for a token that is nobody's, was revoked, or is good with another device alone:
  ///   which of the three is not told.
  public static func principal(
    withToken token: String, from device: Digest?, of store: Store, hash: @escaping Hashing, purpose: String
  ) async throws -> Principal {
    guard let found = try await store.account(tokenHash: hash(Array(token.utf8))),
      found.account.device == nil || found.account.device == device
    else {
      throw Fault(
        .accessUnknownPerson, "the token is nobody's, was revoked, or is good with another device",
        maybe: "have an administrator run 'elsec user add' or 'elsec user device'")
    }
    return Principal(name: found.account.name, role: found.account.role, area: found.area, purpose: purpose)
  }
}

extension Fault.Code {
  public static let accessUnknownPerson = Fault.Code("access.unknown-person", .notAllowed)
}
