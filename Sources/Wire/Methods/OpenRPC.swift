// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// The method table as an OpenRPC document: what `rpc.discover` answers.
public enum OpenRPC {
  /// - Parameters:
  ///   - methods: in any order; the document has them by name.
  ///   - version: of the service.
  public static func document(methods: [MethodDescription], version: String) -> JSONValue {
    let limits = WireLimits()
    return .members([
      "openrpc": .text("1.3.2"),
      "info": .members([
        "title": .text("elsec"), "version": .text(version),
        "description": .text("JSON-RPC 2.0 over TCP, one JSON text a line."),
      ]),
      "methods": .list(methods.sorted { $0.name < $1.name }.map(Self.method)),
      "x-protocol": .text(WireMethod.version),
      "x-limits": limits.json,
    ])
  }

  private static func method(_ method: MethodDescription) -> JSONValue {
    // OpenRPC wants the required ones first.
    let fields = method.fields.filter { !$0.isOptional } + method.fields.filter(\.isOptional)
    var roles = JSONObject()
    for grant in method.roles { roles[grant.role] = .text(grant.scope) }
    return .members([
      "name": .text(method.name),
      "summary": .text(method.summary),
      "paramStructure": .text("by-name"),
      "params": .list(fields.map(Self.param)),
      "result": .members(["name": .text("result"), "schema": method.result.schema(.result)]),
      "errors": method.errors.isEmpty ? nil : .list(method.errors.map(Self.error)),
      "x-roles": .object(roles),
      "x-writing": .bool(method.isWriting),
    ])
  }

  private static func param(_ field: Field) -> JSONValue {
    .members([
      "name": .text(field.name), "required": .bool(!field.isOptional), "schema": field.schema(.params),
      "description": field.summary.map { .text($0) },
    ])
  }

  private static func error(_ number: RPCError.Number) -> JSONValue {
    .members(["code": .whole(number.rawValue), "message": .text(number.message)])
  }
}
