// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Gives a person a role. The token is shown once; only its hash is kept. The first account is an
/// administrator's: it ends the owner's own rights, and someone has to be left who can give rights.
public enum AddAccount: Operation {
  public struct Input: Sendable {
    public let name: String
    public let role: Role
    /// Random text made by the caller.
    public let token: String
    /// The device with whose key the token is good; see ``BindAccount``. `nil` = any.
    public let device: Digest?

    public init(name: String, role: Role, token: String, device: Digest? = nil) {
      self.name = name
      self.role = role
      self.token = token
      self.device = device
    }
  }

  public static let name = "user.add"
  public static let roles: Set<Role> = [.admin]

  public static func perform(_ input: Input, in practice: Practice, as person: Principal) async throws {
    guard input.name.contains(where: { !$0.isWhitespace }), input.name.count <= 80 else {
      throw Fault(.notValid, "a name has 1 to 80 characters", maybe: "give the person's name or initials")
    }
    try await practice.store.write(as: person) { records in
      guard try input.role == .admin || records.hasAdministrator() else {
        throw Fault(
          .accessNeedsAdministrator,
          "nobody would be left who may add or revoke accounts",
          maybe: "add an administrator first"
        )
      }
      try records.add(
        AccountRecord(
          name: input.name, role: input.role, tokenHash: practice.hash(Array(input.token.utf8)),
          addedAt: records.now, device: input.device))
    }
  }
}
