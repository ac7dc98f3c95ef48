// SPDX-License-Identifier: Apache-2.0

public import StrictJSON
import Vocabulary

/// One row of the method table: what a call takes and gives, and who may make it.
public struct MethodDescription: Hashable, Sendable {
  /// What a role may do with the method, in words: `own caseload`, `the area`.
  public struct Grant: Hashable, Sendable {
    public let role: String
    public let scope: String

    public init(_ role: String, _ scope: String) {
      self.role = role
      self.scope = scope
    }
  }

  /// The member that makes a writing call safe to repeat.
  public static let key = Field("key", .text(.uuid7), optional: true, "makes the call safe to repeat")

  public let name: String
  public let summary: String
  /// Without ``key``.
  public let params: [Field]
  public let result: Shape
  /// Numbers that mean something particular here; the others can come from every method.
  public let errors: [RPCError.Number]
  /// A role that is not named may not call the method.
  public let roles: [Grant]
  /// Whether the call changes what is kept; it then takes ``key``.
  public let isWriting: Bool

  public init(
    _ name: String, _ summary: String, params: [Field] = [], result: Shape, errors: [RPCError.Number] = [],
    roles: [Grant], isWriting: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.params = params
    self.result = result
    self.errors = errors
    self.roles = roles
    self.isWriting = isWriting
  }

  /// Everything that the method takes.
  public var fields: [Field] { self.isWriting ? self.params + [Self.key] : self.params }

  /// What the role may do, in words; `nil` when it may not call the method.
  public func scope(of role: String) -> String? { self.roles.first { $0.role == role }?.scope }

  /// - Throws: `params.missing`, `params.kind` or `params.unknown`, at the path of what does not fit.
  public func check(_ params: JSONObject) throws { try Field.check(params, against: self.fields, at: "") }
}

extension MethodDescription {
  /// `session.open`, which the session reads itself.
  public static let open = MethodDescription(
    WireMethod.open, "Signs in; the first request on a connection.",
    params: [
      Field("protocol", .oneOf([WireMethod.version])), Field("token", .text), Field("client", .text, optional: true),
    ],
    result: .object([
      Field("user", .text), Field("role", .text), Field("area", .text), Field("server", .text), Field("time", .text),
      Field("methods", .list(of: .text)),
      Field("auditRoot", .text, optional: true, "the latest signed root: keep it, and compare at the next sign-in"),
      Field(
        "limits",
        .object([Field("line", .whole), Field("depth", .whole), Field("inFlight", .whole), Field("batch", .whole)])),
    ]),
    errors: [.notSignedIn], roles: [Grant("anyone", "before and at sign-in")])

  public static let ping = MethodDescription(
    WireMethod.ping, "Answers with an empty object.", result: .object([]), roles: [Grant("anyone", "always")])

  public static let discover = MethodDescription(
    WireMethod.discover, "This document.", result: .any, roles: [Grant("anyone", "always")])
}
