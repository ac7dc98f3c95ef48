// SPDX-License-Identifier: Apache-2.0

import Service
import StrictJSON
import Testing
import Wire

/// The published document, held against what OpenRPC 1.3 and JSON Schema ask of one.
@Suite struct OpenRPCTests {
  private static let document = OpenRPC.document(methods: MethodTable.descriptions, version: "1.0.0")

  @Test func theDocumentIsTheSameForTheSameTable() throws {
    let again = OpenRPC.document(methods: MethodTable.descriptions.reversed(), version: "1.0.0")
    #expect(again.bytes == Self.document.bytes)
    #expect(Self.document["openrpc"]?.text?.hasPrefix("1.3") == true)
    #expect(Self.document["info"]?["title"]?.text == "elsec" && Self.document["info"]?["version"]?.text == "1.0.0")
    #expect(try JSONValue(reading: Self.document.bytes, limits: .line) == Self.document, "a client's limits hold it")
  }

  @Test func everyMethodHasWhatOpenRPCWants() throws {
    let methods = try #require(Self.document["methods"]?.list)
    let names = methods.compactMap { $0["name"]?.text }
    #expect(names.count == methods.count && Set(names).count == names.count)
    #expect(names == MethodTable.descriptions.map(\.name))
    for method in methods {
      let name = method["name"]?.text ?? ""
      #expect(method["paramStructure"]?.text == "by-name", "\(name)")
      #expect(method["summary"]?.text?.isEmpty == false, "\(name)")
      #expect(method["result"]?["name"]?.text != nil && method["result"]?["schema"]?.object != nil, "\(name)")
      let params = try #require(method["params"]?.list, "\(name)")
      let own = params.compactMap { $0["name"]?.text }
      #expect(own.count == params.count && Set(own).count == own.count, "\(name)")
      let required = params.map { $0["required"]?.bool ?? false }
      #expect(required == required.sorted { $0 && !$1 }, "\(name): the required ones come first")
      for param in params { try Self.check(try #require(param["schema"]), name) }
      try Self.check(try #require(method["result"]?["schema"]), name)
      for error in method["errors"]?.list ?? [] {
        #expect(error["code"]?.whole != nil && error["message"]?.text != nil, "\(name)")
      }
      #expect(own.contains("key") == (method["x-writing"]?.bool == true), "\(name)")
      #expect(method["x-roles"]?.object?.isEmpty == false, "\(name)")
    }
  }

  /// What a JSON Schema of ours may be made of.
  private static func check(_ schema: JSONValue, _ name: String) throws {
    let object = try #require(schema.object, "\(name)")
    let known: Set<String> = [
      "type", "enum", "items", "maxItems", "minimum", "maximum", "properties", "required", "additionalProperties",
      "anyOf", "description", "format", "pattern",
    ]
    #expect(Set(object.members.map(\.key)).isSubset(of: known), "\(name)")
    if let type = schema["type"] {
      #expect(
        ["string", "integer", "number", "boolean", "array", "object", "null"].contains(type.text ?? ""), "\(name)")
    }
    for choice in schema["anyOf"]?.list ?? [] { try self.check(choice, name) }
    if let items = schema["items"] { try self.check(items, name) }
    for property in schema["properties"]?.object?.members ?? [] { try self.check(property.value, name) }
    if let more = schema["additionalProperties"], more.bool == nil { try self.check(more, name) }
    for required in schema["required"]?.list ?? [] {
      #expect(schema["properties"]?[required.text ?? ""] != nil, "\(name)")
    }
  }
}
