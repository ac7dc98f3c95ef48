// SPDX-License-Identifier: Apache-2.0

import Definitions
import FoundationEssentials
import Glibc
import Vocabulary

/// The folder a demo works in, and the commands it runs there as a person would.
struct DemoStage {
  private static let marker = ".elsec-demo"
  /// The folder as a full path.
  let folder: String

  /// Makes the folder, or empties one that an earlier demo made, and goes there.
  ///
  /// - Throws: `demo.folder-in-use` for a folder with anything else in it.
  init(folder: String, content: String) throws {
    let files = FileManager.default
    if let names = try? files.contentsOfDirectory(atPath: folder), !names.isEmpty {
      guard names.contains(Self.marker) else {
        throw Fault(
          .demoFolderInUse, "the folder is not empty, and no demo made it", at: folder,
          maybe: "name another one with --dir")
      }
      for name in names { try? files.removeItem(atPath: "\(folder)/\(name)") }
    }
    // Steps run in the demo's folder, from where a relative path leads elsewhere.
    let content = content.hasPrefix("/") ? content : "\(files.currentDirectoryPath)/\(content)"
    try Disk.makeFolder(folder)
    try Disk.write("made by 'elsec demo'; the next demo empties this folder\n", to: "\(folder)/\(Self.marker)")
    guard files.changeCurrentDirectoryPath(folder) else {
      throw Fault(.fileUnwritable, "the folder can't be entered", at: folder)
    }
    self.folder = files.currentDirectoryPath
    setenv("ELSEC_STORE", "elsec.db", 1)
    setenv("ELSEC_CONTENT", content, 1)
    for name in ["ELSEC_AREA", "ELSEC_USER"] { unsetenv(name) }
  }

  func say(_ text: String) { Output.line("\n\(text)") }

  /// Prints a command as it would be typed, then runs it.
  func run(_ arguments: String..., as person: String? = nil) async throws {
    let all = arguments + (person.map { ["--as", $0] } ?? [])
    let typed = all.map { word in
      word.contains(where: { " '\"*?;&|<>()$".contains($0) }) || word.isEmpty ? "'\(word)'" : word
    }
    Output.line("$ elsec \(typed.joined(separator: " "))")
    try await Main.perform(all)
  }

  /// Runs a command whose "no" is part of the story.
  func runExpectingNo(_ arguments: String..., as person: String) async throws {
    Output.line("$ elsec \(arguments.joined(separator: " ")) --as '\(person)'")
    let status = await Main.run(arguments + ["--as", person])
    guard status == Fault.Kind.notSo.rawValue else {
      throw Fault(.defect, "the demo expected exit status 1 and got \(status)", at: arguments.joined(separator: " "))
    }
  }
}

extension Fault.Code {
  static let demoFolderInUse = Fault.Code("demo.folder-in-use", .cannotWrite)
}
