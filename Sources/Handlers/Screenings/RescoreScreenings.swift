// SPDX-License-Identifier: Apache-2.0

import Screening
public import Storage
public import Vocabulary

/// Scores stored answers by another version of their screener: each result gets a new record that supersedes it.
/// A confirmed tier does not carry over: every new proposal is decided on anew.
///
/// All or none. Answers that the new version does not have are problems, one a screening. Children who were opted
/// out since, and screenings without answers, stay as they are. What is known of the child now is what counts, as
/// when a screening is amended.
public enum RescoreScreenings: Operation {
  public struct Input: Sendable {
    public enum Which: Sendable {
      case one(ScreeningID)
      /// Every current screening that a version of a screener scored.
      case version(screener: String, version: String)
    }

    public let which: Which
    /// The version to score by: `1.3.0`.
    public let version: String
    public let reason: String
    public let apply: Bool

    public init(_ which: Which, to version: String, reason: String, apply: Bool) {
      self.which = which
      self.version = version
      self.reason = reason
      self.apply = apply
    }
  }

  /// How many proposals went from one tier to another; empty texts stand for none.
  public struct Move: Sendable, Hashable, Encodable {
    public let from: String
    public let to: String
    public let count: Int
  }

  public struct Output: Sendable {
    /// New records, each with the one that it supersedes.
    public let rescored: [(old: ScreeningID, new: ScreeningID)]
    /// By tier before, then by tier after.
    public let moves: [Move]
    /// Confirmed tiers that no longer count, since the new proposals are to be decided on.
    public let decisionsEnded: Int
    public let optedOut: Int
    public let notScreened: Int
    /// When there is one, nothing was changed.
    public let problems: [Fault]
    public let applied: Bool
  }

  public static let name = "screening.rescore"
  public static let roles = Set<Role>.deciding.union(Set<Role>.managing)

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    guard input.reason.contains(where: { !$0.isWhitespace }) else {
      throw Fault(.notValid, "scoring anew needs a reason", maybe: "say why with --reason")
    }
    do {
      return try await practice.change(apply: input.apply, as: person) { records in
        let screenings = try records.screenings(input.which)
        guard let first = screenings.first else {
          throw Fault(.notFound, "there is no current screening of that version", maybe: "see 'elsec screen list'")
        }
        let screener = try PreparedScreener(try practice.screener("\(first.screener)@\(input.version)"))
        var rescoring = Rescoring(screener, input.reason, practice, person)
        let children = try records.children(Set(screenings.map(\.child)))
        for screening in screenings {
          try rescoring.rescore(screening, of: children[screening.child], in: records)
        }
        let output = rescoring.output(applied: input.apply)
        if !output.problems.isEmpty { throw Refused(output: output) }
        return output
      }
    } catch let refused as Refused {
      return refused.output
    }
  }

  private struct Refused: Error { let output: Output }

  private struct Rescoring {
    let screener: PreparedScreener
    let reason: String
    let practice: Practice
    let person: Principal
    var rescored: [(old: ScreeningID, new: ScreeningID)] = []
    var moves: [[String]: Int] = [:]
    var (decisionsEnded, optedOut, notScreened) = (0, 0, 0)
    var problems: [Fault] = []

    init(_ screener: PreparedScreener, _ reason: String, _ practice: Practice, _ person: Principal) {
      self.screener = screener
      self.reason = reason
      self.practice = practice
      self.person = person
    }

    mutating func rescore(_ old: ScreeningRecord, of child: ChildRecord?, in records: Records) throws {
      let definition = self.screener.definition
      guard old.notScreenedReason == nil else {
        self.notScreened += 1
        return
      }
      do {
        guard let child else { throw Fault.noChild(old.child) }
        guard child.optedOut == nil else {
          self.optedOut += 1
          return
        }
        guard old.definitionHash != definition.hash else {
          throw Fault(
            .notValid, "it is scored by \(definition.id)@\(definition.version) already",
            maybe: "name another version with --to")
        }
        let record = try Assessment(screener: self.screener, phase: old.phase, person: self.person).record(
          .answers(ScreeningText.answers(in: old.answers)), id: ScreeningID(self.practice.newID()), for: child,
          on: old.testDate, concerns: old.concerns, cohort: old.cohort, at: records.now, by: old.by,
          edition: old.edition, supersedes: old.id, because: self.reason)
        try records.keepDefinition(definition, self.practice)
        if try records.confirmation(of: old.id) != nil { self.decisionsEnded += 1 }
        try records.add(record)
        self.rescored.append((old: old.id, new: record.id))
        self.moves[[old.proposedTier ?? "", record.proposedTier ?? ""], default: 0] += 1
      } catch let fault as Fault where fault.code.kind == .badInput || fault.code.kind == .notSo {
        var placed = fault
        placed.place = "screening \(old.id)" + (fault.place.map { ", \($0)" } ?? "")
        self.problems.append(placed)
      }
    }

    func output(applied: Bool) -> Output {
      let moves = self.moves.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      return Output(
        rescored: self.rescored, moves: moves.map { Move(from: $0.key[0], to: $0.key[1], count: $0.value) },
        decisionsEnded: self.decisionsEnded, optedOut: self.optedOut, notScreened: self.notScreened,
        problems: self.problems, applied: applied && self.problems.isEmpty)
    }
  }
}

extension Records {
  fileprivate func screenings(_ which: RescoreScreenings.Input.Which) throws -> [ScreeningRecord] {
    switch which {
    case .one(let id):
      guard let screening = try self.screening(id) else { throw Fault.noScreening(id) }
      if let later = try self.successor(of: id) {
        throw Fault(
          .storeChangedMeanwhile, "the screening has been superseded", at: "screening \(id)",
          maybe: "score its successor, \(later.id)")
      }
      return [screening]
    case .version(let screener, let version):
      var found: [ScreeningRecord] = []
      while true {
        let page = try self.screeningPage(
          screener: screener, version: version, currentOnly: true, after: found.last?.id)
        found += page
        if page.count < 500 { return found }
      }
    }
  }
}
