// SPDX-License-Identifier: Apache-2.0

import Foundation

/// `python3`, for what only another program can judge or break.
enum Python {
  static let isThere: Bool = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
  }()

  /// Runs a script; its words follow in `sys.argv`.
  static func run(_ script: String, _ words: String..., in program: Program) throws -> Program.Outcome {
    try program.run(program: "python3", ["-c", script] + words)
  }
}
