// SPDX-License-Identifier: Apache-2.0

import Definitions
import Exchange
import Foundation
import Screening
import Testing
import Vocabulary

/// The screeners of this repository, and imported ones read as `elsec screener check` reads them.
enum Shipped {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let screeners: [ScreenerDefinition] =
    (try? ScreenerFolder(folder: Self.root.appending(path: "Screeners").path))?.definitions ?? []

  static func find(_ id: String) throws -> ScreenerDefinition {
    try #require(Self.screeners.first { $0.id == ScreenerID(id) })
  }

  /// Cuts the file of a shipped screener.
  static func parts(_ folder: String) throws -> DefinitionParts {
    let file = Self.root.appending(path: "Screeners/\(folder)/screener.yaml")
    return DefinitionParts(cutting: try String(contentsOf: file, encoding: .utf8))
  }

  /// Reads a written definition back; every finding is a failure of the test.
  static func read(_ imported: ImportedScreener) throws -> ScreenerDefinition {
    let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "screener.yaml")
    try Data(imported.yaml.utf8).write(to: file)
    let reading = ScreenerReading(at: file.path)
    #expect(reading.findings.map(\.description) == [], "\(imported.yaml)")
    return try #require(reading.definition)
  }

  static let options = ScreenerImportOptions(today: CivilDate("2026-11-30") ?? CivilDate(dayNumber: 0))
}

extension ScreenerDefinition {
  /// Without the hash, which names a file's bytes.
  var unhashed: ScreenerDefinition {
    var copy = self
    copy.hash = .zero
    return copy
  }

  /// Points of one sum for answers in item order; `nil` when it has none.
  func points(_ score: String, _ codes: [String?]) throws -> Int? {
    var answers = ScreeningAnswers()
    for (item, code) in zip(self.sections.flatMap(\.items), codes) {
      answers[item.code] = code.map { ResponseCode($0) }
    }
    let born = try #require(CivilDate("2022-09-15"))
    let seen = try #require(CivilDate("2026-11-30"))
    let result = try PreparedScreener(self).score(answers, in: ScreeningContext(birthDate: born, testDate: seen))
    if case .points(let points) = result.score(ScoreName(score))?.value { return points }
    return nil
  }
}
