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
  /// What the repository ships, read once.
  private static let shipped = Result {
    let top = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let root = try ContentRoot.locate(explicit: top.path)
    let schedules = ScheduleFolder(root.schedules)
    return (
      catalogue: try ScreenerFolder(folder: root.screeners), schedules: schedules,
      pathway: try schedules.pathway("made-up-area"), policy: try schedules.roundPolicy(),
      rules: try schedules.rotaRules(), travel: try schedules.travelRules().formula,
      carryOver: try schedules.carryOver()
    )
  }

  static func ofContent(store: Store, newID: @escaping @Sendable () -> String) throws -> Practice {
    let (catalogue, schedules, pathway, policy, rules, travel, carryOver) = try self.shipped.get()
    let hours = try WeekTimes(
      (1...5).flatMap { day in
        rules.teachingHours(of: "primary").compactMap {
          WeekTimes.Span(weekday: day, start: $0.start, end: $0.end)
        }
      })
    return Practice(
      store: store, screener: { try catalogue.find(named: $0) }, screeners: { catalogue.definitions },
      definitions: DefinitionSource(
        files: { DefinitionFiles(files: try catalogue.files(of: $0)) },
        read: { try ScreenerReading(files: $0.files, named: "archive").checked() }),
      pathway: pathway,
      rules: WeekRules(
        step: rules.step, weights: rules.weights, contactMinutes: rules.contactMinutes,
        weekMinutes: rules.weekMinutes, rest: rules.rest,
        sessionTimes: DemandInputs.SessionTimes(otherwise: hours, byPhase: [:]),
        travel: travel,
        visitWeights: Dictionary(
          rules.visitWeights.map { ($0.kind, $0.weight) }, uniquingKeysWith: { first, _ in first }),
        priority: carryOver.priority, carryOver: carryOver.carryOver),
      rotaFormat: RotaFormat(
        write: { problem, answer in
          (
            String(decoding: try RotaProblemFile.encode(problem), as: UTF8.self),
            String(decoding: try RotaAnswerFile.encode(answer), as: UTF8.self)
          )
        },
        read: { problem, answer in
          (try RotaProblemFile.decode(Array(problem.utf8)), try RotaAnswerFile.decode(Array(answer.utf8)))
        }),
      ledgerFormat: LedgerFormat(
        write: { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) },
        read: { try JSONDecoder().decode(ReleaseLedgerEntry.self, from: Data($0.utf8)) }),
      policy: try DisclosurePolicy(
        name: policy.id, smallUpTo: policy.hidden.upperBound, roundTo: policy.roundTo,
        smallestPercentBase: policy.smallestBase),
      retention: { try schedules.retention(for: $0.rawValue) }, newID: newID, hash: sha256)
  }
}
