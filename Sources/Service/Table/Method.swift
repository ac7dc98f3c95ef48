// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

/// One row of the method table: its description, and how a call is answered.
struct Method: Sendable {
  let description: MethodDescription
  let answer: @Sendable (MethodCall) async throws -> JSONValue
}

extension Method {
  /// A method that changes nothing but the audit.
  static func reading<Asked: Handlers.Operation & SendableMetatype>(
    _ operation: Asked.Type, named name: String? = nil, _ summary: String, _ params: [Field] = [], gives result: Shape,
    errors: [RPCError.Number] = [],
    input: @escaping @Sendable (MethodCall) throws -> Asked.Input,
    output: @escaping @Sendable (Asked.Output) throws -> JSONValue
  ) -> Method {
    Method(
      description: MethodDescription(
        name ?? Asked.name, summary, params: params, result: result, errors: errors, roles: Self.grants(Asked.roles)),
      answer: { call in
        try output(try await Asked.run(try input(call), in: call.practice, as: call.person))
      })
  }

  /// A method that is one transaction: with a key, work and answer are kept together and the call is safe to repeat.
  static func writing<Asked: RecordOperation>(
    _ operation: Asked.Type, named name: String? = nil, _ summary: String, _ params: [Field] = [], gives result: Shape,
    errors: [RPCError.Number] = [],
    input: @escaping @Sendable (MethodCall) throws -> Asked.Input,
    output: @escaping @Sendable (Asked.Output) throws -> JSONValue
  ) -> Method {
    Method(
      description: MethodDescription(
        name ?? Asked.name, summary, params: params, result: result, errors: errors, roles: Self.grants(Asked.roles),
        isWriting: true),
      answer: { call in
        let text = try await Asked.run(try input(call), once: call.key, in: call.practice, as: call.person) {
          String(decoding: try output($0).bytes, as: UTF8.self)
        }
        return try JSONValue(kept: text)
      })
  }

  static func grants(_ roles: Set<Role>) -> [MethodDescription.Grant] {
    roles.sorted().map { MethodDescription.Grant($0.rawValue, "the area") }
  }
}

extension JSONValue {
  /// An answer as it was kept.
  init(kept text: String) throws {
    do {
      self = try JSONValue(reading: Array(text.utf8), limits: .file)
    } catch {
      throw Fault(.storeCorrupt, "a kept answer can't be read", maybe: "run 'elsec store check'", cause: error)
    }
  }
}
