// SPDX-License-Identifier: Apache-2.0

import Vocabulary
import Yams

/// Turns the parser's tree into ours, refusing what lies outside the strict subset on the way.
struct NodeConversion {
  let file: String
  let findings: Findings

  /// An anchor stands before every alias to it, so stopping at the first one never unfolds an alias.
  private var stopped = false

  init(file: String, findings: Findings) {
    self.file = file
    self.findings = findings
  }

  /// `nil` when the tree had to be given up.
  mutating func convert(_ root: Node) -> YAMLNode? {
    let node = self.node(root)
    return self.stopped ? nil : node
  }

  private mutating func node(_ node: Node, isKey: Bool = false) -> YAMLNode {
    let place = Place(file: self.file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let nothing = YAMLNode(content: .scalar("", plain: true), place: place)
    guard !self.stopped else { return nothing }
    if let anchor = node.anchor {
      self.stopped = true
      self.findings.add(
        .definitionOutsideSubset,
        "the anchor '&\(anchor.rawValue)' stands here",
        at: place,
        maybe: "write the value out wherever it is wanted"
      )
      return nothing
    }
    switch node {
    case .scalar(let scalar):
      self.checkTag(scalar.tag, at: place)
      // `n` is the format's own key for the size of a sample.
      if scalar.style == .plain, !isKey || scalar.string != "n" {
        self.checkAmbiguity(of: scalar.string, at: place)
      }
      return YAMLNode(content: .scalar(scalar.string, plain: scalar.style == .plain), place: place)
    case .sequence(let sequence):
      self.checkTag(sequence.tag, at: place)
      return YAMLNode(content: .list(sequence.map { self.node($0) }), place: place)
    case .mapping(let mapping):
      self.checkTag(mapping.tag, at: place)
      return YAMLNode(content: .map(mapping.compactMap { self.entry($0.key, $0.value) }), place: place)
    case .alias:
      self.stopped = true
      return nothing
    }
  }

  private mutating func entry(_ key: Node, _ value: Node) -> YAMLNode.Entry? {
    let place = Place(file: self.file, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
    guard case .scalar(_) = key else {
      if !self.stopped {
        self.findings.add(
          .definitionOutsideSubset,
          "a list or map stands as a key",
          at: place,
          maybe: "use a word as the key"
        )
      }
      return nil
    }
    let name = self.node(key, isKey: true)
    guard case .scalar(let text, let plain) = name.content, !self.stopped else { return nil }
    if plain, text.isEmpty || Double(text) != nil {
      self.findings.add(
        .definitionAmbiguous,
        text.isEmpty ? "a key is missing" : "the key \(text) is a number",
        at: place,
        maybe: text.isEmpty ? "write a word before ':'" : "write it in quotes: \"\(text)\""
      )
    }
    return YAMLNode.Entry(key: text, keyPlace: place, value: self.node(value))
  }

  private func checkTag(_ tag: Tag, at place: Place) {
    let usual = ["", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"]
    guard !usual.contains(tag.rawValue) else { return }
    self.findings.add(
      .definitionOutsideSubset,
      "the tag '\(tag.rawValue)' stands here",
      at: place,
      maybe: "leave out words beginning with '!'; the key decides how its value is read"
    )
  }

  private func checkAmbiguity(of text: String, at place: Place) {
    guard let other = AmbiguousScalar.otherReading(of: text) else { return }
    self.findings.add(
      .definitionAmbiguous,
      "'\(text)' without quotes is \(other) to some readers of YAML",
      at: place,
      maybe: Self.remedy(for: text)
    )
  }

  private static func remedy(for text: String) -> String {
    switch text.lowercased() {
    case "yes", "on": "write true, or \"\(text)\" in quotes when it is a word"
    case "no", "off": "write false, or \"\(text)\" in quotes when it is a word"
    case "true", "false": "write \(text.lowercased()), or \"\(text)\" in quotes when it is a word"
    case let word where word.contains(":"): "write an age as 3;06, a time of day in quotes as \"09:15\""
    default: "write it in quotes: \"\(text)\""
    }
  }
}
