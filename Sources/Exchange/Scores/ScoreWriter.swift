// SPDX-License-Identifier: Apache-2.0

public import Screening
import Vocabulary

/// The rows of a score file: `child_ref,age_months,<scores>,band,tier,flags,screener,version,definition_hash`.
public struct ScoreWriter: Sendable {
  private var writer = CSVWriter()
  private let columns: [String]
  private let screener: String
  private let version: String
  private let hash: String

  public init(_ screener: PreparedScreener) {
    let definition = screener.definition
    self.screener = definition.id.rawValue
    self.version = "\(definition.version)"
    self.hash = "\(definition.hash)"
    self.columns =
      ["child_ref", "age_months"] + definition.scores.map(\.name.rawValue)
      + ["band", "tier", "flags", "screener", "version", "definition_hash"]
  }

  public mutating func drain() -> [UInt8] { self.writer.drain() }

  /// Adds the row that names the columns.
  public mutating func addHeader() { self.writer.row(self.columns) }

  /// Flags are joined by a space.
  public mutating func add(_ scored: AnswerFile.Scored) {
    let result = scored.result
    self.writer.text(scored.child)
    if let months = result.ageMonths { self.writer.number(months) } else { self.writer.empty() }
    for score in result.scores { self.writer.text(score.text) }
    self.writer.text(result.band?.rawValue ?? "")
    self.writer.text(result.tier?.tier.rawValue ?? "")
    self.writer.text(result.flags.map(\.description).joined(separator: " "))
    self.writer.raw(self.screener.utf8)
    self.writer.raw(self.version.utf8)
    self.writer.raw(self.hash.utf8)
    self.writer.endRow()
  }
}
