// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Definitions
import Exchange
import Fingerprints
import Foundation
import Handlers
import Scheduling
import Screening
import Storage
import Vocabulary

extension Practice {
  /// What the repository ships, with ids that count up.
  init(store: Store, ids: CountingIDs) throws {
    let root = try Repository.content()
    let schedules = ScheduleFolder(root.schedules)
    let catalogue = try ScreenerFolder(folder: root.screeners)
    let policy = try schedules.roundPolicy()
    let rules = try schedules.rotaRules()
    let hours = try WeekTimes(
      (1...5).flatMap { day in
        rules.teachingHours(of: "primary").compactMap {
          WeekTimes.Span(weekday: day, start: $0.start, end: $0.end)
        }
      })
    self.init(
      store: store,
      screener: { try catalogue.find(named: $0) },
      screeners: { catalogue.definitions },
      definitions: DefinitionSource(
        files: { DefinitionFiles(files: try catalogue.files(of: $0)) },
        read: { try ScreenerReading(files: $0.files, named: "archive").checked() }
      ),
      pathway: try schedules.pathway("made-up-area"),
      rules: WeekRules(
        step: rules.step,
        weights: rules.weights,
        contactMinutes: rules.contactMinutes,
        weekMinutes: rules.weekMinutes,
        rest: rules.rest,
        sessionTimes: DemandInputs.SessionTimes(otherwise: hours, byPhase: [:]),
        travel: try schedules.travelRules().formula,
        visitWeights: Dictionary(
          rules.visitWeights.map { ($0.kind, $0.weight) },
          uniquingKeysWith: { first, _ in first }
        ),
        priority: try schedules.carryOver().priority,
        carryOver: try schedules.carryOver().carryOver
      ),
      rotaFormat: RotaFormat(
        write: { problem, answer in
          (
            String(decoding: try RotaProblemFile.encode(problem), as: UTF8.self),
            String(decoding: try RotaAnswerFile.encode(answer), as: UTF8.self)
          )
        },
        read: { problem, answer in
          (try RotaProblemFile.decode(Array(problem.utf8)), try RotaAnswerFile.decode(Array(answer.utf8)))
        }
      ),
      ledgerFormat: LedgerFormat(
        write: { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) },
        read: { try JSONDecoder().decode(ReleaseLedgerEntry.self, from: Data($0.utf8)) }
      ),
      policy: try DisclosurePolicy(
        name: policy.id,
        smallUpTo: policy.hidden.upperBound,
        roundTo: policy.roundTo,
        smallestPercentBase: policy.smallestBase
      ),
      retention: { try schedules.retention(for: $0.rawValue) },
      newID: { ids.next() },
      hash: sha256
    )
  }

  /// The same practice with another screener in the place of every one that is asked for.
  func replacing(screener: ScreenerDefinition) -> Practice {
    self.with(screener: { _ in screener }, ledgerFormat: self.ledgerFormat)
  }

  /// The same practice whose content folder has one more version of the demo screener, made of its text.
  func addingVersion(_ version: String, _ edits: [(String, String)] = []) throws -> Practice {
    var files = try self.definitions.files(Wrenmoor.screener).files
    var text = String(decoding: files[ScreenerReading.fileName] ?? [], as: UTF8.self)
    for (old, new) in [
      ("version: 1.2.0  ", "version: \(version)  "), ("{version: 1.2.0, dated", "{version: \(version), dated"),
    ]
      + edits
    {
      text = text.replacing(old, with: new)
    }
    files[ScreenerReading.fileName] = Array(text.utf8)
    let made = DefinitionFiles(files: files)
    let definition = try ScreenerReading(files: files, named: version).checked()
    let named = "\(Wrenmoor.screener)@\(version)"
    let (screener, source) = (self.screener, self.definitions)
    return self.with(
      screener: { $0 == named ? definition : try screener($0) },
      definitions: DefinitionSource(
        files: { $0 == named ? made : try source.files($0) },
        read: source.read
      ),
      ledgerFormat: self.ledgerFormat
    )
  }

  /// The same practice whose content folder is empty.
  func withoutContent() -> Practice {
    self.with(
      screener: { throw Fault(.notFound, "there is no screener \($0)") },
      ledgerFormat: self.ledgerFormat
    )
  }

  /// The same practice with a ledger that can't be written.
  func withoutLedger() -> Practice {
    self.with(
      screener: self.screener,
      ledgerFormat: LedgerFormat(
        write: { _ in throw Fault(.storeCannotWrite, "the ledger is full") },
        read: self.ledgerFormat.read
      )
    )
  }

  private func with(
    screener: @escaping @Sendable (String) throws -> ScreenerDefinition,
    definitions: DefinitionSource? = nil,
    ledgerFormat: LedgerFormat
  ) -> Practice {
    Practice(
      store: self.store,
      screener: screener,
      screeners: self.screeners,
      definitions: definitions ?? self.definitions,
      pathway: self.pathway,
      rules: self.rules,
      rotaFormat: self.rotaFormat,
      ledgerFormat: ledgerFormat,
      policy: self.policy,
      retention: self.retention,
      newID: self.newID,
      hash: self.hash
    )
  }
}
