// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// What jobs keep as text: a line a value, `name value`, in the order in which they were written.
struct JobLines {
  private(set) var text = ""
  private var values: [Substring: Substring] = [:]

  init() {}

  init(_ text: String) {
    self.text = text
    for line in text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      self.values[line[..<space]] = line[line.index(after: space)...]
    }
  }

  /// Writes nothing for `nil`.
  mutating func add(_ name: String, _ value: (some CustomStringConvertible)?) {
    if let value { self.text += "\(name) \(value)\n" }
  }

  /// `nil` when there is no such value.
  func find<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
    guard let text = self.values[name[...]] else { return nil }
    guard let value = read(String(text)) else {
      throw Fault(.storeCorrupt, "the '\(name)' of a job can't be read", maybe: "run 'elsec store check'")
    }
    return value
  }

  func get<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value {
    guard let value = try self.find(name, read) else {
      throw Fault(.storeCorrupt, "a job has no '\(name)'", maybe: "run 'elsec store check'")
    }
    return value
  }
}
