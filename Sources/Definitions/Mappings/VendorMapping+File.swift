// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension VendorMapping {
  private static let keys = KeySet(
    "the mapping",
    required: ["format", "screener", "columns"],
    optional: ["values", "constants", "ignore"]
  )
  private static let columnKeys = KeySet("a column", required: ["column"], optional: ["format"])
  private enum DateFormat: String, CaseIterable {
    case yearFirst = "YYYY-MM-DD"
    case dayFirst = "DD/MM/YYYY"
  }

  static func read(_ file: DefinitionFile) throws -> VendorMapping {
    try file.value { root, findings in
      guard let map = MapReader(root, Self.keys, findings) else { return nil }
      if let node = map["format"], let format = node.text(findings), format != Self.format {
        findings.add(
          .definitionWrongValue,
          "the format is '\(format)', and this version reads \(Self.format)",
          at: node.place,
          maybe: "write format: \(Self.format)"
        )
        return nil
      }
      var columns: [String: Column] = [:]
      for entry in map.entries("columns") ?? [] {
        if let column = Self.column(entry.value, findings) { columns[entry.key] = column }
      }
      var values: [String: [String: String]] = [:]
      for entry in map.entries("values") ?? [] {
        values[entry.key] = Self.texts(entry.value, findings)
        if columns[entry.key] == nil {
          Self.refuse(entry, "'\(entry.key)' has values and no column", findings)
        } else if columns[entry.key]?.dateFormat != nil {
          Self.refuse(entry, "'\(entry.key)' is a date and has values", findings)
        }
      }
      let constants = map["constants"].flatMap { Self.texts($0, findings) } ?? [:]
      for entry in map.entries("constants") ?? [] where columns[entry.key] != nil {
        Self.refuse(entry, "'\(entry.key)' is both a column and a constant", findings)
      }
      let ignore = map.texts("ignore") ?? []
      for (key, column) in columns.sorted(by: { $0.key < $1.key }) where ignore.contains(column.name) {
        findings.add(
          .definitionWrongValue,
          "the column '\(column.name)' is read as '\(key)' and ignored",
          at: map.place("ignore"),
          maybe: "take one of the two away"
        )
      }
      Self.checkOnce(columns, map, findings)
      guard let screener = map.text("screener") else { return nil }
      return VendorMapping(
        screener: screener, columns: columns, values: values, constants: constants, ignore: ignore)
    }
  }

  private static func column(_ node: YAMLNode, _ findings: Findings) -> Column? {
    guard case .map = node.content else {
      return node.text(findings).map { Column(name: $0, dateFormat: nil) }
    }
    guard let map = MapReader(node, Self.columnKeys, findings), let name = map.text("column") else { return nil }
    return Column(name: name, dateFormat: map.choice("format", DateFormat.self)?.rawValue)
  }

  private static func texts(_ node: YAMLNode, _ findings: Findings) -> [String: String]? {
    guard let entries = node.entries(findings) else { return nil }
    var texts: [String: String] = [:]
    for entry in entries { texts[entry.key] = entry.value.text(findings) }
    return texts
  }

  /// One of the vendor's columns is read as one of ours only.
  private static func checkOnce(_ columns: [String: Column], _ map: MapReader, _ findings: Findings) {
    var seen: [String: String] = [:]
    for (key, column) in columns.sorted(by: { $0.key < $1.key }) {
      guard let other = seen.updateValue(key, forKey: column.name) else { continue }
      findings.add(
        .definitionWrongValue,
        "the column '\(column.name)' is read as '\(other)' and as '\(key)'",
        at: map.place("columns"),
        maybe: "take one of the two away"
      )
    }
  }

  private static func refuse(_ entry: YAMLNode.Entry, _ message: String, _ findings: Findings) {
    findings.add(.definitionWrongValue, message, at: entry.keyPlace, maybe: "take one of the two away")
  }
}
