// SPDX-License-Identifier: Apache-2.0

public import Screening
import Storage
public import Vocabulary

/// What working a stored result out again came to.
public struct Replay: Sendable {
  /// One value that is not what is stored. Empty texts stand for none.
  public struct Difference: Sendable, Hashable, Encodable {
    /// A score's name, or `band`, `tier`, `flags`, `age_months`.
    public let what: String
    public let stored: String
    public let again: String
  }

  public enum Outcome: Sendable {
    case equal
    /// In the order of the record: age, scores, band, tier, flags.
    case differs([Difference])
    /// Why it can't be worked out.
    case impossible(Fault)
    /// The child was not screened: there is nothing to work out.
    case notScreened
  }

  public let outcome: Outcome
  /// `content` or `archive`: where the definition of the stored hash was found.
  public let definitionFrom: String?
  /// Whether what is known of the child was kept with the record. Else the child's present record was used.
  public let usedKeptContext: Bool
  /// `nil` when it could not be worked out.
  public let result: ScreeningResult?
  public let definition: ScreenerDefinition?

  /// Empty unless it differs.
  public var differences: [Difference] {
    if case .differs(let differences) = self.outcome { differences } else { [] }
  }

  /// `nil` when there was nothing to compare.
  public var isEqual: Bool? {
    switch self.outcome {
    case .equal: true
    case .differs: false
    case .impossible, .notScreened: nil
    }
  }
}

extension DefinitionShelf {
  /// Scores the stored answers again with the very definition that scored them, in the circumstances that are kept
  /// with them, and compares everything that is stored.
  ///
  /// Scores are compared by their full text: a difference in the last bit of a number is a difference.
  mutating func replay(
    _ record: ScreeningRecord, of child: ChildRecord?, in records: Records, explaining: Bool = false
  ) throws -> Replay {
    guard record.notScreenedReason == nil else { return Replay(.notScreened) }
    do {
      let (screener, place) = try self.screener(for: record, in: records)
      let kept = record.context.flatMap {
        ScreeningText.context(in: $0, on: record.testDate, concerns: record.concerns)
      }
      guard let context = kept ?? child?.context(on: record.testDate, concerns: record.concerns) else {
        throw Fault(
          .notFound, "the child of the screening is not in the store", at: "screening \(record.id)",
          maybe: "without a birth date nothing can be scored")
      }
      let result = try screener.score(
        ScreeningText.answers(in: record.answers), in: context, explaining: explaining)
      let differences = record.differences(from: result)
      return Replay(
        differences.isEmpty ? .equal : .differs(differences), from: place.rawValue, usedKeptContext: kept != nil,
        result, screener.definition)
    } catch let fault as Fault where fault.code.kind == .badInput || fault.code.kind == .notSo {
      return Replay(.impossible(fault))
    }
  }
}

extension Replay {
  fileprivate init(
    _ outcome: Outcome, from place: String? = nil, usedKeptContext: Bool = false,
    _ result: ScreeningResult? = nil, _ definition: ScreenerDefinition? = nil
  ) {
    self.outcome = outcome
    self.definitionFrom = place
    self.usedKeptContext = usedKeptContext
    self.result = result
    self.definition = definition
  }
}

extension ScreeningRecord {
  fileprivate func differences(from result: ScreeningResult) -> [Replay.Difference] {
    var pairs: [(String, String, String)] = [
      ("age_months", self.ageMonths.map { "\($0)" } ?? "", result.ageMonths.map { "\($0)" } ?? "")
    ]
    let stored = ScreeningText.scores(in: self.scores)
    let again = ScreeningText.scores(in: ScreeningText.text(of: result.scores))
    for score in stored {
      pairs.append((score.name, score.text, again.first { $0.name == score.name }?.text ?? "no such score"))
    }
    for score in again where !stored.contains(where: { $0.name == score.name }) {
      pairs.append((score.name, "no such score", score.text))
    }
    let flags = result.flags.map(\.description) + self.concerns.sorted().map { "concern:\($0.rawValue)" }
    pairs.append(("band", self.band ?? "", result.band?.rawValue ?? ""))
    pairs.append(("tier", self.proposedTier ?? "", result.tier?.tier.rawValue ?? ""))
    pairs.append(("flags", self.flags.joined(separator: " "), flags.joined(separator: " ")))
    return pairs.filter { $0.1 != $0.2 }.map { Replay.Difference(what: $0.0, stored: $0.1, again: $0.2) }
  }
}
