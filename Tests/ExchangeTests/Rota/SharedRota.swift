// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Scheduling
import Vocabulary

/// The rota problems and the referee script kept beside the repository, where there are any.
enum SharedRota {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/rota").standardizedFileURL
  static let referee = folder.appendingPathComponent("check.py")
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var hasProblems: Bool {
    FileManager.default.fileExists(atPath: self.folder.appendingPathComponent("problems").path)
  }
  static var hasReferee: Bool {
    self.hasProblems && self.python != nil && FileManager.default.fileExists(atPath: self.referee.path)
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: self.folder.appendingPathComponent("problems/\(name).json")))
  }

  static func problem(_ name: String) throws -> RotaProblem {
    try RotaProblemFile.decode(try self.bytes(name))
  }
}
