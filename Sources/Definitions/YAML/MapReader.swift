// SPDX-License-Identifier: Apache-2.0

package import Vocabulary

/// A map with known keys. Making one reports every missing and every unknown key; the accessors then return
/// `nil` for what is absent without a second word.
package struct MapReader {
  package let node: YAMLNode
  package let findings: Findings

  package init?(_ node: YAMLNode, _ keys: KeySet, _ findings: Findings) {
    guard case .map(let entries) = node.content else {
      findings.add(
        .definitionWrongValue,
        "\(keys.what) is a map, not \(node.kind)",
        at: node.place,
        maybe: "write 'key: value' lines with \(keys.all.prefix(4).joined(separator: ", "))"
      )
      return nil
    }
    self.node = node
    self.findings = findings
    for entry in entries where !keys.all.contains(entry.key) {
      let near = nearest(to: entry.key, among: keys.all)
      findings.add(
        .definitionUnknownKey,
        "\(keys.what) has no key '\(entry.key)'",
        at: entry.keyPlace,
        maybe: near.map { "'\($0)' was meant" } ?? "the keys are \(keys.all.joined(separator: ", "))"
      )
    }
    for key in keys.required where node[key] == nil {
      findings.add(
        .definitionMissingKey,
        "\(keys.what) lacks the key '\(key)'",
        at: node.place,
        maybe: "add '\(key): …'"
      )
    }
  }

  package subscript(key: String) -> YAMLNode? { self.node[key] }

  package func place(_ key: String) -> Place { self.node.entry(key)?.keyPlace ?? self.node.place }

  package func text(_ key: String) -> String? { self[key]?.text(self.findings) }
  package func texts(_ key: String) -> [String]? { self[key]?.texts(self.findings) }
  package func int(_ key: String, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
    self[key]?.int(self.findings, in: range)
  }
  package func decimal(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    self[key]?.decimal(self.findings, in: range)
  }
  package func bool(_ key: String) -> Bool? { self[key]?.bool(self.findings) }
  package func date(_ key: String) -> CivilDate? { self[key]?.date(self.findings) }
  package func timeOfDay(_ key: String) -> TimeOfDay? { self[key]?.timeOfDay(self.findings) }
  package func list(_ key: String) -> [YAMLNode]? { self[key]?.list(self.findings) }
  package func entries(_ key: String) -> [YAMLNode.Entry]? { self[key]?.entries(self.findings) }
  package func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String,
    _ type: Value.Type
  ) -> Value? {
    self[key]?.choice(type, self.findings)
  }

  /// Reads a list of maps, dropping the entries that could not be read (each is reported).
  package func list<Value>(_ key: String, _ read: (YAMLNode) -> Value?) -> [Value]? {
    self.list(key)?.compactMap(read)
  }
}
