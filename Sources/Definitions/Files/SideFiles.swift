// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The files beside a definition: in a folder, or given as bytes. It remembers what was read of them, so that a
/// definition can be kept with exactly the files that made it.
package final class SideFiles {
  package let folder: String
  private let given: [String: [UInt8]]?
  /// By name, the files that were read.
  package private(set) var read: [String: [UInt8]] = [:]

  package init(folder: String) {
    self.folder = folder
    self.given = nil
  }

  /// - Parameter name: what stands before the files' names in places: `archive`.
  package init(_ files: [String: [UInt8]], named name: String) {
    self.folder = name
    self.given = files
  }

  /// For places in faults.
  package func path(of name: String) -> String { FileBytes.join(self.folder, name) }

  /// - Throws: `definition.file-missing`.
  package func bytes(of name: String) throws -> [UInt8] {
    let bytes: [UInt8]
    if let given = self.given {
      guard let found = given[name] else {
        throw Fault(
          .definitionFileMissing, "the file is not among those given", at: self.path(of: name),
          maybe: "it was not kept; put the content folder of that version back")
      }
      bytes = found
    } else {
      bytes = try FileBytes.read(self.path(of: name))
    }
    self.read[name] = bytes
    return bytes
  }
}
