// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation

/// This repository, found from this file's own place.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func content() throws -> ContentRoot { try ContentRoot.locate(explicit: Self.root.path) }

  /// The names of the types in the target's sources that say they are an operation.
  static func operationsInSource() throws -> Set<String> {
    let folder = Self.root.appending(path: "Sources/Handlers")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var names: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard line.contains(": Operation {") || line.contains(": RecordOperation {"),
          let type = words.firstIndex(of: "enum")
        else { continue }
        names.insert(String(words[words.index(after: type)].dropLast()))
      }
    }
    return names
  }
}

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    self.path = url.path
  }

  /// Whether any of the folder's files holds this text.
  func holds(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: self.path).contains { name in
      try Data(contentsOf: URL(filePath: "\(self.path)/\(name)")).range(of: Data(text.utf8)) != nil
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: self.path) }
}
