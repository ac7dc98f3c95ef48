// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import InclusionPlans
import Storage
import Vocabulary

struct PlanPartnerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "Fill a seat of the local inclusion partnership.")

  @Argument(help: "The seat.")
  var role: PartnershipRole
  @Option(help: "Who fills it.")
  var organisation: String
  @Option(help: "The person, where one is named.")
  var person: String?
  @Option(help: "From when.")
  var from: CivilDate
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let change = try await self.options.session(for: "plan partner") {
      try await PutPartner.run(
        PutPartner.Input(role: self.role, organisation: self.organisation, person: self.person, from: self.from),
        in: $0.practice, as: $0.person)
    }
    Output.line("\(self.role.label): \(change.rawValue)")
  }
}
