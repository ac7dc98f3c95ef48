// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Scheduling
import Testing

/// A small problem and what its best rota costs, proven by a program that is not ours; see `Golden/SOURCE.md`.
struct GoldenOptimum: Sendable, CustomTestStringConvertible {
  let name: String
  let optimum: Int

  var testDescription: String { self.name }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  /// The table `optima.csv`; empty when it can't be read.
  static let all: [GoldenOptimum] = {
    let table = try? String(contentsOf: folder.appending(path: "optima.csv"), encoding: .utf8)
    return (table ?? "").split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",")
      guard cells.count == 2, let optimum = Int(cells[1]) else { return nil }
      return GoldenOptimum(name: String(cells[0]), optimum: optimum)
    }
  }()

  /// Names of the problem files.
  static func files() throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: self.folder.path)
    return Set(names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
  }

  func problem() throws -> RotaProblem {
    try RotaProblemFile.decode(Array(Data(contentsOf: Self.folder.appending(path: "\(self.name).json"))))
  }
}
