// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Who may import whom. SwiftPM lets a target import anything reachable; this table does not.
@Suite struct ImportTableTests {
  /// Every target with all it may import, bottom to top. The standard library needs no entry.
  static let table: [String: Set<String>] = [
    "Vocabulary": ["Glibc"],
    "StrictJSON": ["Vocabulary"],
    "Screening": ["Vocabulary", "Glibc"],
    "ScreeningQuality": ["Screening", "Vocabulary"],
    "ScreenEntry": ["Screening", "Vocabulary"],
    "Scheduling": ["Vocabulary", "Glibc"],
    "SchedulingSolver": ["Scheduling", "Vocabulary", "CLP", "Glibc"],
    "Cohorts": ["Screening", "Vocabulary", "Glibc"],
    "InclusionPlans": ["Vocabulary", "Glibc"],
    "AuditRoots": ["Vocabulary"],
    "Retention": ["Vocabulary"],
    "Storage": ["AuditRoots", "Vocabulary"],
    "StorageSQLite": ["Storage", "Vocabulary", "GRDB", "Dispatch", "Glibc", "FoundationEssentials", "Foundation"],
    "StoragePostgres": ["Storage", "Vocabulary", "CPostgres", "Dispatch", "Glibc", "Synchronization"],
    "Fingerprints": ["Vocabulary", "Crypto"],
    "Definitions": [
      "Screening", "Scheduling", "Retention", "Vocabulary", "Fingerprints", "Yams", "FoundationEssentials", "Glibc",
    ],
    "Exchange": ["StrictJSON", "Screening", "Scheduling", "Vocabulary", "FoundationEssentials", "Glibc"],
    "Wire": ["StrictJSON", "Vocabulary"],
    "Handlers": [
      "Screening", "ScreeningQuality", "Scheduling", "SchedulingSolver", "Cohorts", "InclusionPlans", "Storage",
      "AuditRoots", "Retention", "Vocabulary", "Synchronization",
    ],
    "Service": [
      "Wire", "StrictJSON", "Handlers", "Screening", "Scheduling", "SchedulingSolver", "Cohorts", "InclusionPlans",
      "AuditRoots", "Storage", "Vocabulary", "FoundationEssentials",
    ],
    "Server": [
      "Service", "Wire", "StrictJSON", "Handlers", "Storage", "Vocabulary", "NIOCore", "NIOPosix", "NIOSSL", "Logging",
      "Metrics", "ServiceLifecycle", "Hummingbird", "Synchronization", "FoundationEssentials", "Glibc",
    ],
    "Client": ["Wire", "StrictJSON", "Vocabulary", "NIOCore", "NIOPosix", "NIOSSL"],
    "MadeUpArea": ["Vocabulary", "Glibc"],
    "elsec": [
      "Screening", "ScreeningQuality", "ScreenEntry", "Scheduling", "SchedulingSolver", "Cohorts",
      "InclusionPlans", "Storage", "StorageSQLite", "StoragePostgres", "Fingerprints", "Definitions", "Exchange",
      "Handlers", "Server", "Service", "Client", "Wire", "StrictJSON", "AuditRoots", "Retention", "MadeUpArea",
      "Vocabulary",
      "Logging", "Metrics", "ServiceLifecycle", "UnixSignals", "ArgumentParser", "FoundationEssentials", "Dispatch",
      "Glibc",
      "Synchronization",
    ],
  ]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test func everyTargetFolderHasARowAndEveryRowAFolder() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
      .filter { !$0.hasPrefix(".") }
      // A C library that is only imported has a module map and no row.
      .filter { folder in
        let map = Self.sources.appending(path: "\(folder)/module.modulemap")
        return !FileManager.default.fileExists(atPath: map.path)
      }
    #expect(Set(folders) == Set(Self.table.keys))
  }

  @Test(arguments: table.keys.sorted())
  func aTargetImportsOnlyWhatItsRowAllows(_ target: String) throws {
    let allowed = try #require(Self.table[target])
    let files = try Self.swiftFiles(below: Self.sources.appending(path: target))
    #expect(!files.isEmpty, "\(target) has no Swift file")
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for module in Self.imports(in: text) where !allowed.contains(module) {
        Issue.record("\(target)/\(file.lastPathComponent) imports \(module), which its row does not allow")
      }
    }
  }

  @Test func theDomainKnowsNoFilesSocketsOrFormats() {
    let rim: Set = [
      "Foundation", "FoundationEssentials", "GRDB", "CPostgres", "Yams", "Crypto", "Dispatch", "ArgumentParser",
    ]
    for target in [
      "Vocabulary", "Screening", "ScreeningQuality", "ScreenEntry", "Scheduling", "SchedulingSolver", "Cohorts",
      "InclusionPlans", "AuditRoots", "Retention", "Storage", "Handlers", "StrictJSON", "Wire",
    ] {
      #expect(Self.table[target]?.isDisjoint(with: rim) == true, "\(target)")
    }
  }

  @Test func theImportReaderSeesEveryFormOfImport() {
    let text = """
      public import Vocabulary
      import struct Foundation.URL
      @preconcurrency internal import GRDB
      #if canImport(Glibc)
        import Glibc
      #endif
      let text = "import Nothing"
      """
    #expect(Self.imports(in: text) == ["Vocabulary", "Foundation", "GRDB", "Glibc"])
  }

  static func swiftFiles(below folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }

  /// The modules that a source file imports, in order.
  static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first, first.hasPrefix("@") || ["public", "package", "internal"].contains(first) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      words.removeFirst()
      if ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"].contains(words[0]) {
        words.removeFirst()
      }
      return words.first?.split(separator: ".").first.map(String.init)
    }
  }
}
