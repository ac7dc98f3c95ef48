// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The content folders of this repository, found from this file's own place.
enum Content {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let screeners = Self.root.appending(path: "Screeners").path
  static let schedules = Self.root.appending(path: "Schedules").path

  static func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }
}

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
  let url: URL

  init() throws {
    self.url = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: self.url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: self.url) }

  var path: String { self.url.path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = self.url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
