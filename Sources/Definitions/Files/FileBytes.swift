// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Vocabulary

/// Reading from the disk, with faults in place of error numbers.
package enum FileBytes {
  /// The whole file, or a fault `definition.file-missing` that says where it was looked for.
  package static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault(
        .definitionFileMissing,
        "the file is not there or can't be read",
        at: path,
        maybe: "check the name and the rights of the file"
      )
    }
    return [UInt8](data)
  }

  package static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The names in a folder, sorted by their bytes; empty when it can't be read.
  package static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// `folder/name`; just `name` in the current folder.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder that holds `path`; empty for a bare name.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
