// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import SchedulingSolver
import Screening
import Storage
import Vocabulary

extension Service {
  /// Wrenmoor with a targeted group of four (`c1` to `c4`), `c5` for a therapist, `c6` with no need, `c7` not
  /// screened yet; every proposal confirmed.
  static func ofConfirmedWrenmoor() async throws -> Service {
    let service = try await Service.ofWrenmoor()
    try await service.record(
      ["c1", "c2", "c3", "c4"].map { ScreeningDraft($0, Sheet.amber) } + [
        ScreeningDraft("c5", Sheet.red, concerns: [.slt]), ScreeningDraft("c6", Sheet.green),
      ]
    )
    try await service.confirmProposals(of: ["c1", "c2", "c3", "c4", "c5", "c6"])
    return service
  }

  @discardableResult
  func derive(_ week: SchoolWeek = Wrenmoor.week, apply: Bool = true) async throws -> DeriveDemand.Output {
    try await self.run(DeriveDemand.self, .init(week: week, apply: apply))
  }

  func demand(_ week: SchoolWeek = Wrenmoor.week, all: Bool = false) async throws -> [DemandVisitRecord] {
    try await self.run(ListDemand.self, .init(week: week, includingCancelled: all))
  }

  @discardableResult
  func plan(_ week: SchoolWeek = Wrenmoor.week, seed: UInt64 = 1) async throws -> PlanRota.Output {
    try await self.run(
      PlanRota.self,
      .init(week: week, options: SolverOptions(iterations: 300, seed: seed))
    )
  }

  @discardableResult
  func publish(_ week: SchoolWeek = Wrenmoor.week, rota: RotaID? = nil) async throws -> RotaRecord {
    try await self.run(PublishRota.self, .init(week: week, rota: rota))
  }

  /// A visit asked for by the manager at the school.
  func ask(
    kind: String = "coach",
    minutes: Int = 60,
    slots: [String] = ["group"],
    windows: [DatedWindow] = [],
    weight: Int? = nil
  ) -> AddDemand.Input {
    AddDemand.Input(
      week: Wrenmoor.week,
      setting: Wrenmoor.school,
      kind: kind,
      minutes: minutes,
      slots: slots,
      windows: windows,
      weight: weight,
      reason: "asked for"
    )
  }

  /// Says that every visit of the published rota took place.
  func holdAll(of rota: KeptRota) async throws {
    let words = rota.answer.assignments.map { RecordVisitsDone.Word(visit: $0.visit, outcome: .done) }
    try await self.run(RecordVisitsDone.self, .init(words: words), as: .practitioner)
  }
}
