// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// One thing that can be asked of elsec: a value in, a value out. The command line calls it in-process; a
/// service can call the same one for a message.
///
/// ``run(_:in:as:)`` is the only way in: it refuses a role that ``roles`` does not name before anything is
/// read. Conforming types write ``perform(_:in:as:)``.
public protocol Operation {
  associatedtype Input: Sendable
  associatedtype Output: Sendable

  /// The operation's name in refusals, in the audit and on the wire: `screening.confirm`.
  static var name: String { get }
  static var roles: Set<Role> { get }

  static func perform(_ input: Input, in practice: Practice, as person: Principal) async throws -> Output
}

extension Operation {
  /// - Throws: `access.refused` when the person's role may not ask this; otherwise what the operation throws.
  public static func run(_ input: Input, in practice: Practice, as person: Principal) async throws -> Output {
    try Self.refuse(person)
    return try await self.perform(input, in: practice, as: person)
  }

  /// - Throws: `access.refused` when the person's role is not one of ``roles``.
  static func refuse(_ person: Principal) throws {
    guard Self.roles.contains(person.role) else {
      let allowed = Self.roles.map(\.rawValue).sorted().joined(separator: ", ")
      throw Fault(
        .accessRefused, "'\(Self.name)' is not open to the role \(person.role.rawValue)",
        maybe: "ask one of: \(allowed)")
    }
  }
}

extension Fault.Code {
  public static let accessRefused = Fault.Code("access.refused", .notAllowed)
  public static let notFound = Fault.Code("record.not-found", .notSo)
  public static let notValid = Fault.Code("record.not-valid", .badInput)
}
