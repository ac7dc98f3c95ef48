// SPDX-License-Identifier: Apache-2.0

import StrictJSON
public import Vocabulary

/// What a service says to whoever signed in.
public struct ServiceGreeting: Sendable, Hashable {
  public let user: String
  public let role: String
  /// GSS code.
  public let area: String
  /// `elsec/0.1.0`
  public let server: String
  /// By the service's clock.
  public let time: Instant
  /// What the person may call.
  public let methods: [String]
  /// The latest signed root of the area's audit, a note; `nil` before the first.
  public let auditRoot: String?
  /// Bytes of a line without its end.
  public let lineLimit: Int

  init(_ value: JSONValue) throws {
    let members = try JSONMembers(value, code: .serviceNotElsec)
    self.user = try members.text("user")
    self.role = try members.text("role")
    self.area = try members.text("area")
    self.server = try members.text("server")
    guard let time = Instant(try members.text("time")) else {
      throw Fault(.serviceNotElsec, "the service tells no time", at: "time")
    }
    self.time = time
    self.methods = try members.list("methods").compactMap(\.text)
    self.auditRoot = try members.optionalText("auditRoot")
    self.lineLimit = try members.members("limits").whole("line", in: 1 ... .max)
  }
}
