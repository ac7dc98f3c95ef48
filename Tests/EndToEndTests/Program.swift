// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// The built `elsec`, run as a process of its own in a folder of its own.
struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output as JSON; `nil` when it is none.
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(self.output.utf8), options: .fragmentsAllowed) }
    var rows: [[String: Any]] { self.json as? [[String: Any]] ?? [] }
    var record: [String: Any] { self.json as? [String: Any] ?? [:] }
    /// Lines of standard output without the last line end.
    var lines: [String] {
      self.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// One of ``lines``; empty when there is none.
    func line(_ number: Int) -> String { self.lines.indices.contains(number) ? self.lines[number] : "" }
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

  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let shared = root.deletingLastPathComponent().appending(path: "shared")

  static func with<Value>(_ body: (Program) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(Program(folder: folder))
  }

  /// Runs the program to its end. Output goes through files, so that no length of it can block.
  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try self.run(arguments, input: input)
  }

  @discardableResult
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try self.run(program: Self.path, arguments, input: input, environment: environment)
  }

  func run(
    program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let (feed, out, err) = (self.path(of: ".in"), self.path(of: ".out"), self.path(of: ".err"))
    try Data(input.utf8).write(to: URL(filePath: feed))
    let streams = [
      open(feed, O_RDONLY | O_CLOEXEC), open(out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600),
      open(err, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600),
    ]
    defer { for stream in streams { close(stream) } }
    let child = try ChildProcess(
      program, arguments, environment: self.environment.merging(environment) { $1 }, folder: self.folder.path,
      streams: streams)
    let status = child.wait()
    return Outcome(
      status: status, output: try String(contentsOfFile: out, encoding: .utf8),
      errors: try String(contentsOfFile: err, encoding: .utf8))
  }

  var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    return [
      "ELSEC_STORE": self.path(of: "elsec.db"), "ELSEC_CONTENT": own["ELSEC_CONTENT"] ?? Self.root.path,
      "USER": "owner", "PATH": own["PATH"] ?? "", "HOME": self.folder.path,
    ]
  }

  func path(of name: String) -> String { self.folder.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: self.path(of: name), atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: self.path(of: name), encoding: .utf8) }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self.path(of: name)) }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self.folder.path)
      .filter { ![".in", ".out", ".err"].contains($0) }.sorted()
  }
}
