// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Vocabulary

/// The folder that holds `Screeners` and `Schedules`.
public struct ContentRoot: Hashable, Sendable {
  public let path: String

  public var screeners: String { FileBytes.join(self.path, "Screeners") }
  public var schedules: String { FileBytes.join(self.path, "Schedules") }

  /// Where content is looked for when nobody says where, once nothing nearer has it.
  public static let installed = "/usr/share/elsec"

  /// Finds the content. A path that is given decides alone, then the environment's `ELSEC_CONTENT`; else the
  /// first that fits of: the running program's folder, every folder above it, the current folder, every
  /// folder above it, ``installed``.
  ///
  /// - Parameter explicit: what the user named; `nil` when nothing.
  /// - Throws: `content.not-found`, listing where it looked.
  public static func locate(explicit: String? = nil) throws -> ContentRoot {
    try Self.locate(
      explicit: explicit,
      environment: ProcessInfo.processInfo.environment["ELSEC_CONTENT"],
      executable: try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      current: FileManager.default.currentDirectoryPath
    )
  }

  /// The same with everything given: the value of `ELSEC_CONTENT` (empty counts as none), the path of the
  /// running program and the current folder.
  package static func locate(
    explicit: String?,
    environment: String?,
    executable: String?,
    current: String,
    installed: String = ContentRoot.installed
  ) throws -> ContentRoot {
    for (named, origin) in [(explicit, "the path given"), (environment, "ELSEC_CONTENT")] {
      guard let named, !named.isEmpty else { continue }
      guard Self.holdsContent(named) else {
        throw Fault(
          .contentNotFound,
          "\(origin) names a folder without Screeners and Schedules",
          at: named,
          maybe: "name the folder that holds both"
        )
      }
      return ContentRoot(path: named)
    }
    var looked: [String] = []
    let starts = [executable.map(FileBytes.parent(of:)), current].compactMap(\.self)
    for folder in starts.flatMap(Self.upwards) + [installed] where !looked.contains(folder) {
      if Self.holdsContent(folder) { return ContentRoot(path: folder) }
      looked.append(folder)
    }
    throw Fault(
      .contentNotFound,
      "no folder with Screeners and Schedules; looked in \(looked.joined(separator: ", "))",
      maybe: "set ELSEC_CONTENT to the folder that holds both"
    )
  }

  private static func holdsContent(_ folder: String) -> Bool {
    ["Screeners", "Schedules"].allSatisfy { FileBytes.isFolder(FileBytes.join(folder, $0)) }
  }

  /// The folder and every one above it, nearest first.
  private static func upwards(from folder: String) -> [String] {
    var folders: [String] = []
    var next = folder
    while !next.isEmpty, folders.last != next {
      folders.append(next)
      next = FileBytes.parent(of: next)
    }
    return folders
  }
}
