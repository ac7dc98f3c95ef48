// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Screening
import Storage
import Vocabulary

struct ScreenAmendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct a screening by a new one that supersedes it and says why.")

  @Argument(help: "The screening's id.")
  var screening: String
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "An item's right answer; empty after = takes the answer away. Repeat for more.", valueName: "item=code"))
  var answers: [String] = []
  @Option(help: "The right test date.")
  var date: CivilDate?
  @Option(help: "Why it is corrected.")
  var reason: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    var answers: [ItemCode: ResponseCode?] = [:]
    for answer in self.answers {
      let parts = answer.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Fault(.usage, "--set takes item=code", maybe: "write --set U3=C")
      }
      let code: ResponseCode? = parts[1].isEmpty ? nil : ResponseCode(String(parts[1]))
      answers.updateValue(code, forKey: ItemCode(String(parts[0])))
    }
    let input = AmendScreening.Input(
      screening: ScreeningID(self.screening), answers: answers, testDate: self.date, reason: self.reason)
    let record = try await self.options.session(for: "screen amend") {
      try await AmendScreening.run(input, in: $0.practice, as: $0.person)
    }
    Output.line("screening \(record.id) supersedes \(self.screening)")
    Output.line("band \(record.band ?? "none"), proposed tier \(record.proposedTier ?? "none"); to be confirmed anew")
  }
}
