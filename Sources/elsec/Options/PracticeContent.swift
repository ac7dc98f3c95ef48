// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Definitions
import Exchange
import Fingerprints
import FoundationEssentials
import Handlers
import Scheduling
import Screening
import Storage
import Vocabulary

extension Practice {
  /// What people own, read from the content folder.
  init(content: ContentRoot, store: Store) throws {
    let schedules = ScheduleFolder(content.schedules)
    guard let pathway = schedules.pathwayNames.first else {
      throw Fault(.notFound, "there is no pathway", at: content.schedules, maybe: "add one to Schedules/pathways")
    }
    let policy = try schedules.roundPolicy()
    let catalogue = try content.catalogue()
    self.init(
      store: store, screener: { try catalogue.find(named: $0) }, screeners: { catalogue.definitions },
      definitions: DefinitionSource(catalogue),
      pathway: try schedules.pathway(pathway),
      rules: try WeekRules(
        try schedules.rotaRules(), travel: try schedules.travelRules(), carryOver: try schedules.carryOver()),
      rotaFormat: .exchange, ledgerFormat: .json,
      policy: try DisclosurePolicy(
        name: policy.id, smallUpTo: policy.hidden.upperBound, roundTo: policy.roundTo,
        smallestPercentBase: policy.smallestBase),
      retention: { try schedules.retention(for: $0.rawValue) },
      newID: { Moment.identifier() }, hash: sha256)
  }
}

extension DefinitionSource {
  init(_ catalogue: ScreenerFolder) {
    self.init(
      files: { named in
        let definition = try catalogue.find(named: named)
        return DefinitionFiles(
          files: try catalogue.files(of: named), localSHA256: definition.contentHash, localEdition: definition.edition)
      },
      read: {
        try ScreenerReading(files: $0.files, named: "the kept definition", licensed: LicensedFolder.locate()).checked()
      })
  }
}

extension WeekRules {
  init(_ rules: Definitions.RotaRules, travel: TravelRules, carryOver: CarryOverFile) throws {
    func times(_ phase: String) throws -> WeekTimes {
      let hours = rules.teachingHours(of: phase)
      return try WeekTimes(
        (1...5).flatMap { day in
          hours.compactMap { WeekTimes.Span(weekday: day, start: $0.start, end: $0.end) }
        })
    }
    self.init(
      step: rules.step, weights: rules.weights, contactMinutes: rules.contactMinutes,
      weekMinutes: rules.weekMinutes, rest: rules.rest,
      sessionTimes: DemandInputs.SessionTimes(
        otherwise: try times("primary"),
        byPhase: [.nursery: try times("early-years"), .notApplicable: try times("special")]),
      travel: travel.formula,
      visitWeights: Dictionary(
        rules.visitWeights.map { ($0.kind, $0.weight) }, uniquingKeysWith: { first, _ in first }),
      priority: carryOver.priority, carryOver: carryOver.carryOver)
  }
}

extension RotaFormat {
  /// The rota exchange format.
  static let exchange = RotaFormat(
    write: { problem, answer in
      (
        String(decoding: try RotaProblemFile.encode(problem), as: UTF8.self),
        String(decoding: try RotaAnswerFile.encode(answer), as: UTF8.self)
      )
    },
    read: { problem, answer in
      (try RotaProblemFile.decode(Array(problem.utf8)), try RotaAnswerFile.decode(Array(answer.utf8)))
    })
}

extension LedgerFormat {
  static let json = LedgerFormat(
    write: { entry in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(entry), as: UTF8.self)
    },
    read: { text in
      do {
        return try JSONDecoder().decode(ReleaseLedgerEntry.self, from: Data(text.utf8))
      } catch {
        throw Fault(.storeCorrupt, "an entry of the release ledger can't be read", cause: error)
      }
    })
}
