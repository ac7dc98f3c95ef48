// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Disk {
  /// What a file holds; a fault of reading it names the file.
  static func read<Value>(_ path: String, by decode: ([UInt8]) throws -> Value) throws -> Value {
    do {
      return try decode(try self.read(path))
    } catch let fault as Fault {
      throw fault.inFile(path)
    }
  }
}

extension Fault {
  /// The same fault with the file's name before its place.
  func inFile(_ path: String) -> Fault {
    guard self.place?.hasPrefix(path) != true else { return self }
    var placed = self
    placed.place = self.place.map { "\(path): \($0)" } ?? path
    return placed
  }
}
