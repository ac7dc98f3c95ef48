// SPDX-License-Identifier: Apache-2.0

import Fingerprints
package import Vocabulary

/// One definition file, read as strict YAML, with what was found wrong so far.
package struct DefinitionFile {
  package let path: String
  package let root: YAMLNode?
  package let bytes: [UInt8]
  package let findings: Findings

  /// A file that can't be read is a finding like any other.
  package init(_ path: String) {
    self.path = path
    self.findings = Findings()
    do {
      self.bytes = try FileBytes.read(path)
      self.root = YAMLDocument.read(self.bytes, file: path, findings: self.findings)
    } catch {
      self.bytes = []
      self.root = nil
      if let fault = error as? Fault { self.findings.add(fault) }
    }
  }

  /// The same of bytes that are at hand.
  package init(_ path: String, bytes: [UInt8]) {
    self.path = path
    self.findings = Findings()
    self.bytes = bytes
    self.root = YAMLDocument.read(bytes, file: path, findings: self.findings)
  }

  /// SHA-256 of the file's bytes.
  package var hash: Digest { sha256(self.bytes) }

  /// Reads the file with `read` and returns its value when nothing at all was found wrong.
  ///
  /// - Throws: the first finding; when there are more, its message says how many.
  package func value<Value>(_ read: (YAMLNode, Findings) -> Value?) throws -> Value {
    let value = self.root.flatMap { read($0, self.findings) }
    if let value, self.findings.isEmpty { return value }
    throw Self.combined(self.findings.faults, path: self.path)
  }

  /// One fault for all: the first, with the number of the others.
  package static func combined(_ faults: [Fault], path: String) -> Fault {
    guard let first = faults.first else {
      return Fault(.definitionNotYAML, "nothing could be read", at: path)
    }
    guard faults.count > 1 else { return first }
    return Fault(
      first.code,
      "\(first.message); \(faults.count - 1) more in this file",
      at: first.place,
      maybe: first.hint
    )
  }
}

/// The place of `path` in the tree below `root`: the deepest step that exists. `_` and `-` are one in keys.
package func place(of path: [PathStep], in root: YAMLNode) -> Place {
  var node = root
  var place = root.place
  for step in path {
    switch (step, node.content) {
    case (.index(let index), .list(let nodes)) where nodes.indices.contains(index):
      node = nodes[index]
      place = node.place
    case (.key(let key), .map(let entries)):
      let plain = { (key: String) in
        key.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
      }
      guard let entry = entries.first(where: { plain($0.key) == plain(key) }) else { return place }
      node = entry.value
      place = entry.keyPlace
    default: return place
    }
  }
  return place
}

/// One step into a definition: a map's key or a list's position.
package enum PathStep: Hashable, Sendable {
  case key(String)
  case index(Int)

  /// Reads `rules[2].ages`.
  package static func steps(_ text: String) -> [PathStep] {
    text.split(separator: ".").flatMap { part -> [PathStep] in
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      let indices = pieces.dropFirst().compactMap { Int($0.dropLast()) }.map(PathStep.index)
      return [.key(String(pieces.first ?? ""))] + indices
    }
  }
}
