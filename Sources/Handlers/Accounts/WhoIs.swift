// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Who a name stands for in an area's store that its owner opens directly.
///
/// Until the first account is made, the owner of the store is its administrator. From then on only people
/// with an account that is not revoked get in, each with their own role.
public enum WhoIs {
  /// - Throws: `access.unknown-person`.
  public static func principal(
    named name: String, in area: AreaID, of store: Store, purpose: String
  ) async throws -> Principal {
    let nobody = Principal(name: name, role: .auditor, area: area, purpose: purpose)
    return try await store.read(as: nobody) { reading in
      let accounts = try reading.accounts()
      guard !accounts.isEmpty else {
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
}

extension Fault.Code {
  public static let accessUnknownPerson = Fault.Code("access.unknown-person", .notAllowed)
}
