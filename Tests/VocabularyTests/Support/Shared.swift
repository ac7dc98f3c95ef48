// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Golden files that may stand beside the repository, in `../shared`. Every test that reads one also has its
/// main facts inline, and passes without it.
enum Shared {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared")

  static func has(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: self.folder.appending(path: path).path)
  }

  static func data(_ path: String) throws -> Data { try Data(contentsOf: self.folder.appending(path: path)) }

  /// The lines of a CSV file without quoted commas, each a dictionary by the names of the first line.
  static func rows(_ path: String) throws -> [[String: String]] {
    let lines = String(decoding: try self.data(path), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let names = lines.first?.map(String.init) ?? []
    return lines.dropFirst().map { cells in
      Dictionary(zip(names, cells.map(String.init)), uniquingKeysWith: { first, _ in first })
    }
  }
}
