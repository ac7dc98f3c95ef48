// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The built `elsec`, run as a process of its own in a folder of its own.
struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// A folder that goes when the test ends.
  let folder: URL

  /// The program beside the test bundle, unless `ELSEC_PROGRAM` names another.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["ELSEC_PROGRAM"] { return named }
    let bundle = CommandLine.arguments.first.map { URL(filePath: $0).deletingLastPathComponent() }
    let here = bundle ?? URL(filePath: FileManager.default.currentDirectoryPath)
    var folder = here
    for _ in 0..<6 {
      let candidate = folder.appending(path: "elsec")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate.path }
      folder = folder.deletingLastPathComponent()
    }
    return root.appending(path: ".build/release/elsec").path
  }()

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let shared = root.deletingLastPathComponent().appending(path: "shared")

  static func with<Value>(_ body: (Program) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(Program(folder: folder))
  }

  /// Runs the program to its end. Output goes through files, so that no length of it can block.
  @discardableResult
  func run(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try self.run(arguments, input: input)
  }

  @discardableResult
  func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = arguments
    process.currentDirectoryURL = self.folder
    process.environment = self.environment
    let (out, err) = (self.folder.appending(path: ".out"), self.folder.appending(path: ".err"))
    for file in [out, err] { FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    let feed = self.folder.appending(path: ".in")
    try Data((input ?? "").utf8).write(to: feed)
    process.standardInput = try FileHandle(forReadingFrom: feed)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: err, encoding: .utf8))
  }

  var environment: [String: String] {
    [
      "ELSEC_STORE": self.folder.appending(path: "elsec.db").path, "ELSEC_CONTENT": Self.root.path,
      "USER": "owner", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "HOME": self.folder.path,
    ]
  }

  func write(_ text: String, to name: String) throws {
    try text.write(to: self.folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: self.folder.appending(path: name), encoding: .utf8)
  }
}
