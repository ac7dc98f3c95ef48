// SPDX-License-Identifier: Apache-2.0

import Vocabulary
import Yams

/// Reads one definition file in the strict subset of YAML: UTF-8 without byte order mark, one document,
/// spaces only, no anchors, aliases, tags, merge keys or directives, no duplicate keys, and no bare scalar
/// that readers disagree on (``AmbiguousScalar``).
package enum YAMLDocument {
  /// The most bytes a definition may have.
  package static let sizeLimit = 1 << 20

  /// - Returns: the document's root, or `nil` when nothing could be made of it; what is wrong stands in
  ///   `findings` either way.
  package static func read(_ bytes: [UInt8], file: String, findings: Findings) -> YAMLNode? {
    let start = Place(file: file, line: 1, column: 1)
    guard bytes.count <= Self.sizeLimit else {
      findings.add(
        .definitionNotYAML,
        "the file has \(bytes.count) bytes; at most \(Self.sizeLimit) are read",
        at: start,
        maybe: "keep tables in a CSV beside it"
      )
      return nil
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      findings.add(
        .definitionOutsideSubset,
        "the file begins with a byte order mark",
        at: start,
        maybe: "save it as UTF-8 without BOM"
      )
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.add(
        .definitionNotYAML,
        "the file is not UTF-8",
        at: Self.firstInvalid(bytes, file: file),
        maybe: "save it as UTF-8 without BOM"
      )
      return nil
    }
    guard Self.checkLines(bytes, file: file, findings: findings) else { return nil }
    return Self.compose(text, file: file, findings: findings)
  }

  private static func compose(_ text: String, file: String, findings: Findings) -> YAMLNode? {
    let start = Place(file: file, line: 1, column: 1)
    do {
      // `basic` resolves nothing but text, lists and maps: `1` and `"1"` are the same key.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        findings.add(
          .definitionNotYAML,
          "the file is empty",
          at: start,
          maybe: "start from a definition that works"
        )
        return nil
      }
      // Anchors live as long as the parser that read them.
      return withExtendedLifetime(parser) {
        var conversion = NodeConversion(file: file, findings: findings)
        return conversion.convert(root)
      }
    } catch let error as YamlError {
      findings.add(Self.fault(for: error, file: file))
      return nil
    } catch {
      findings.add(Fault(.definitionNotYAML, "the file is no YAML", at: start.description, cause: error))
      return nil
    }
  }

  /// Tabs and directives; both are seen line by line.
  private static func checkLines(_ bytes: [UInt8], file: String, findings: Findings) -> Bool {
    var sound = true
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if let tab = line.firstIndex(of: 0x09) {
        sound = false
        let column = String(decoding: line[line.startIndex..<tab], as: UTF8.self).unicodeScalars.count + 1
        findings.add(
          .definitionOutsideSubset,
          "a tab stands in the line",
          at: Place(file: file, line: index + 1, column: column),
          maybe: "use spaces"
        )
      }
      if line.first == 0x25 {
        sound = false
        findings.add(
          .definitionOutsideSubset,
          "the line is a directive",
          at: Place(file: file, line: index + 1, column: 1),
          maybe: "leave out lines beginning with '%'"
        )
      }
    }
    return sound
  }

  private static func firstInvalid(_ bytes: [UInt8], file: String) -> Place {
    var line = 0
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if String(validating: piece, as: UTF8.self) == nil { break }
    }
    return Place(file: file, line: line, column: 1)
  }

  private static func fault(for error: YamlError, file: String) -> Fault {
    func at(_ mark: Mark) -> String { Place(file: file, line: mark.line, column: mark.column).description }
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? "?"
      return Fault(
        .definitionDuplicateKey,
        "the key '\(key)' stands twice in one map",
        at: at(context.mark),
        maybe: "remove or rename the second '\(key)'"
      )
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return Fault(
        .definitionNotYAML,
        "the file is no YAML from here on: \(problem)",
        at: at(mark),
        maybe: "look for a missing quote, bracket or space after ':'"
      )
    case .composer(_, let problem, let mark, _):
      return problem.contains("another document")
        ? Fault(
          .definitionOutsideSubset,
          "a second document begins",
          at: at(mark),
          maybe: "one definition a file: remove the line '---'"
        )
        : Fault(
          .definitionOutsideSubset,
          "an alias stands here",
          at: at(mark),
          maybe: "write the value out; '*name' is not read"
        )
    default:
      return Fault(
        .definitionNotYAML,
        "the file is no YAML",
        at: Place(file: file, line: 1, column: 1).description,
        maybe: "look for control characters",
        cause: error
      )
    }
  }
}
