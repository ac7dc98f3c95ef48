// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Golden files that may stand beside the repository, in `../shared`. Every test that reads one also has its
/// main numbers inline, and passes without it.
enum Shared {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared")

  static func has(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: self.folder.appending(path: path).path)
  }

  /// The cells of a CSV file without quoted commas, the names first.
  static func rows(_ path: String) throws -> [[String]] {
    String(decoding: try Data(contentsOf: self.folder.appending(path: path)), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
